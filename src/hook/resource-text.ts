import { type JoinedResource, monthlyFigure } from "../report/joined-resource.ts";
import { money, signed } from "../report/money.ts";
import { visible } from "../report/sanitize.ts";

/** What stands beside a resource in a preview: its monthly cost and how that changes; `null` where it costs nothing. */
export const resourceText = (joined: JoinedResource, currency: string): string | null => {
  if (joined.status === "free") return null;
  const { before, after } = joined.monthly;
  const gap = joined.reason ?? joined.gaps[0] ?? monthlyFigure(joined, "after", currency).leavesOut?.[0];
  if (after === null) return visible(`cost unknown${gap ? `: ${gap}` : ""}`);
  const cost = `${money(after, currency)} a month`;
  const change = joined.op === "create" ? "new, or in place of another" : changeText(joined, currency);
  const open = joined.complete ? "" : `; leaves out ${gap ?? "what is not known"}`;
  return visible(`${cost} (${before === null ? "before unknown" : change})${open}`);
};

const changeText = ({ delta }: JoinedResource, currency: string): string =>
  delta === null ? "change unknown" : signed(delta, (value) => money(value, currency)) || "no change";
