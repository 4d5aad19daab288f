/** The style sheet of the HTML report: one column, quiet colours, ready for print and for a dark screen. */
export const STYLE_SHEET = `
:root { color-scheme: light dark; --ink: #1c2430; --quiet: #667085; --line: #e4e7ec; --paper: #fff; --good: #067647; --bad: #b42318; --warn: #b54708; --accent: #175cd3; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --quiet: #98a2b3; --line: #2b3340; --paper: #12161c; --good: #47cd89; --bad: #f97066; --warn: #fdb022; --accent: #84adff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem; max-width: 62rem; font: 15px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; color: var(--ink); background: var(--paper); }
h1 { margin: 0; font-size: 1.6rem; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2 { margin: 2.25rem 0 0.5rem; font-size: 1.05rem; }
p, .quiet { margin: 0.25rem 0; color: var(--quiet); }
.headline::first-letter { text-transform: uppercase; }
.headline { margin: 1.25rem 0 0; font-size: 1.15rem; color: var(--ink); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0.75rem; margin: 1.25rem 0; }
.tile { padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; }
.tile b { display: block; font-size: 1.2rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
.tile span { display: block; color: var(--quiet); font-size: 0.8rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th { padding: 0.35rem 0.5rem; font-weight: 600; font-size: 0.8rem; color: var(--quiet); border-bottom: 1px solid var(--line); text-align: right; }
td { padding: 0.3rem 0.5rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; white-space: normal; overflow-wrap: anywhere; }
tr.meter td { border-bottom: 0; padding-top: 0; padding-bottom: 0.15rem; font-size: 0.85rem; color: var(--quiet); }
tr.parent td { font-weight: 600; }
td.note { text-align: left; color: var(--quiet); font-size: 0.85rem; white-space: normal; }
th.note { text-align: left; }
.good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); }
.mark { display: inline-block; width: 1.1em; font-weight: 700; }
ol, ul { padding-left: 1.4rem; } li { margin: 0.2rem 0; overflow-wrap: anywhere; }
.gates { list-style: none; padding: 0; } .gates li { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
svg { width: 100%; height: auto; } .grid { stroke: var(--line); } .zero { stroke: var(--quiet); } .axis { font-size: 11px; fill: var(--quiet); }
.flow { fill: none; stroke-width: 2.5; stroke-linejoin: round; } .flow.before { stroke: var(--quiet); stroke-dasharray: 5 4; } .flow.after { stroke: var(--accent); }
.legend i { display: inline-block; width: 1.6em; border-top: 2.5px solid var(--accent); vertical-align: middle; margin-right: 0.4em; } .legend .before i { border-top: 2.5px dashed var(--quiet); }
footer { margin-top: 2.5rem; padding-top: 0.75rem; border-top: 1px solid var(--line); font-size: 0.85rem; color: var(--quiet); }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; } tr, .tile, svg, .gates li { break-inside: avoid; } h2 { break-after: avoid; } }
`;
