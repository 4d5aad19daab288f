import type { Fault } from "./describe.ts";
import { type SettingPath, showPath, showValue } from "./show.ts";

/** Above this no quantity, rate or price of a cluster can lie: it is a slip of the keyboard, and beyond exact floats. */
const LARGEST_NUMBER = 1e15;
const DEEPEST = 32;

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const faultOfNumber = (value: number, path: SettingPath): Fault | null => {
  if (Number.isFinite(value) && Math.abs(value) <= LARGEST_NUMBER) return null;
  const why = Number.isFinite(value) ? "is out of all proportion" : "is not a number that can be reckoned with";
  return { path, at: "value", code: "setting-invalid", message: `${showPath(path)} ${why}: it is ${value}.` };
};

/** A stated range must hold the stated value: `low ≤ value ≤ high`. */
const faultOfRange = ({ value, low, high }: Record<string, unknown>, path: SettingPath): Fault | null => {
  if (typeof value !== "number") return null;
  const outside =
    (typeof low === "number" && low > value && "low") || (typeof high === "number" && high < value && "high");
  if (!outside) return null;
  const message = `${showPath([...path, outside])} must be ${outside === "low" ? "at most" : "at least"} the value ${value}, but it is ${showValue(outside === "low" ? low : high)}.`;
  return { path: [...path, outside], at: "value", code: "setting-invalid", message };
};

/** What no schema of a single setting can refuse: numbers beyond reason, ranges beside their value, keys that are traps, loops. */
export const implausible = (
  value: unknown,
  path: SettingPath = [],
  above: ReadonlySet<unknown> = new Set(),
): readonly Fault[] => {
  if (typeof value === "number") {
    const fault = faultOfNumber(value, path);
    return fault ? [fault] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  if (above.has(value) || path.length > DEEPEST) {
    const message = `${showPath(path)} ${above.has(value) ? "contains itself" : "is nested too deeply"}.`;
    return [{ path, at: "value", code: "setting-endless", message }];
  }
  const inside = new Set(above).add(value);
  if (Array.isArray(value)) return value.flatMap((item, index) => implausible(item, [...path, index], inside));
  if (!isMapping(value)) return [];
  const range = faultOfRange(value, path);
  return [
    ...(range ? [range] : []),
    ...Object.entries(value).flatMap(([key, item]): readonly Fault[] =>
      key === "__proto__"
        ? [
            {
              path: [...path, key],
              at: "key",
              code: "setting-unknown",
              message: `${showPath([...path, key])} is not a setting.`,
            },
          ]
        : implausible(item, [...path, key], inside),
    ),
  ];
};
