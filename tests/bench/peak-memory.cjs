// Preloaded into a measured process: writes its peak resident memory (KiB) where the bench asks for it.
const file = process.env.RACKRATE_BENCH_PEAK;
if (file) process.on("exit", () => require("node:fs").writeFileSync(file, String(process.resourceUsage().maxRSS)));
