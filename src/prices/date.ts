const FORM = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const SHORT_MONTHS: ReadonlySet<string> = new Set(["04", "06", "09", "11"]);

/** True for a day of the (Gregorian) calendar written YYYY-MM-DD. */
export const isDate = (text: string): boolean => {
  if (!FORM.test(text)) return false;
  const [month, day] = [text.slice(5, 7), text.slice(8)];
  if (day <= "28") return true;
  if (month === "02") return day === "29" && isLeapYear(Number(text.slice(0, 4)));
  return day !== "31" || !SHORT_MONTHS.has(month);
};

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
