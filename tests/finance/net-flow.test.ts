import { describe, expect, it } from "vitest";
import { decimal } from "../../src/core/decimal.ts";
import { netFlowFigure } from "../../src/finance/net-flow.ts";

describe("the dated flows under a return", () => {
  const figure = netFlowFigure(
    { costs: ["1000", "10.5", "-200"].map(decimal), benefits: ["0", "400", "400.25"].map(decimal) },
    "EUR",
  );

  it("are each month's benefits less its costs, from the day of deployment on", () => {
    expect(figure.inputs?.map(({ name, value, formula }) => [name, value?.toFixed(), formula])).toEqual([
      ["on the day of deployment", "-1000", "0.00 − 1000.00"],
      ["in month 1", "389.5", "400.00 − 10.50"],
      ["in month 2", "600.25", "400.25 − -200.00"],
    ]);
  });

  it("sum up to the net of the horizon", () => {
    expect([figure.value?.toFixed(), figure.unit]).toEqual(["-10.25", "EUR"]);
  });
});
