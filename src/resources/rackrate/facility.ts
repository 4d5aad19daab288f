import { assumed, derive, type Figure } from "../../core/figure.ts";
import type { FacilitySettings } from "../../model/settings.ts";
import { statedFigure } from "../../model/stated-figure.ts";
import type { Subject } from "../define.ts";
import { FACILITY_DEFAULTS, type FacilityDefault } from "./facility-defaults.ts";

type Setting = "pue" | "load" | "refreshMonths" | "residualPerYear" | "networkShare" | "buildingLifeMonths";

const assumedFigure = (subject: Subject, name: string, taken: FacilityDefault, setting: string): Figure => {
  const because = `${name}: ${taken.value}, ${taken.what} (state facility.${setting})`;
  subject.assume(because);
  return assumed(name, taken.value, taken.unit, because, taken.source);
};

/** A figure of the site: as rackrate.yaml states it under `facility`, else the default with its source, as a named assumption. */
export const siteFigure = (subject: Subject, setting: Setting, name: string): Figure => {
  const stated: FacilitySettings[Setting] = subject.facility[setting];
  const taken = FACILITY_DEFAULTS[setting];
  return stated === undefined
    ? assumedFigure(subject, name, taken, setting)
    : statedFigure(name, stated, taken.unit, `rackrate.yaml facility.${setting}`);
};

/** People who run so many servers, full-time equivalents. */
export const staffOf = (subject: Subject, servers: Figure): Figure => {
  const stated = subject.facility.staffFte;
  if (stated !== undefined) return statedFigure("staff", stated, "FTE-months", "rackrate.yaml facility.staffFte");
  const per100 = assumedFigure(subject, "staff per 100 servers", FACILITY_DEFAULTS.ftePer100Servers, "staffFte");
  return derive("staff", "FTE-months", "servers ÷ 100 × staff per 100 servers", [servers, per100], (count, each) =>
    count.div(100).times(each),
  );
};

/** Grid carbon of the site, g CO2e/kWh: as stated, else that of the catalogue. */
export const gridCarbonOf = ({ facility, hardware }: Subject): Figure | null => {
  const stated = facility.gridCarbonGramsPerKwh;
  if (stated === undefined) return hardware.gridCarbon("site");
  return statedFigure("grid carbon of site", stated, "g CO2e/kWh", "rackrate.yaml facility.gridCarbonGramsPerKwh");
};
