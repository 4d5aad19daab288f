import { derive, type Figure, product } from "../../core/figure.ts";
import type { DriverUse, LineSchedule } from "../../model/cost.ts";
import type { Server } from "../../model/hardware.ts";
import { rangeOf } from "../../model/stated-range.ts";
import type { LineDraft, Subject } from "../define.ts";
import { counted } from "../quantities.ts";
import { siteFigure, staffOf } from "./facility.ts";

/** A cluster of bought servers. */
export interface OnPremises {
  readonly server: Server;
  readonly servers: Figure;
  /** Average power of all servers at the plug, kW. */
  readonly powerKw: Figure;
  readonly pue: Figure;
  readonly storageTib: Figure;
}

const RESPONDS_TO_ENERGY: readonly DriverUse[] = [{ driver: "energyEscalation", shape: { kind: "escalation" } }];
const RESPONDS_TO_INFLATION: readonly DriverUse[] = [{ driver: "inflation", shape: { kind: "escalation" } }];

const slug = (model: string): string => model.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

/** What a cluster on premises costs at the numbers that are expected, each line at the price its site pays. */
export const onPremisesLines = (
  subject: Subject,
  { server, servers, powerKw, pue, storageTib }: OnPremises,
): LineDraft[] => {
  const at = (service: string, item: string): LineDraft["price"] => ({ vendor: "site", service, region: null, item });
  const [kept] = rangeOf("facility.residualPerYear", subject.facility.residualPerYear);
  const bought: LineSchedule = {
    kind: "purchase",
    lifeMonths: siteFigure(subject, "refreshMonths", "months until servers are bought anew"),
    residualPerYear: siteFigure(subject, "residualPerYear", "share of its value that hardware keeps each year"),
    ...(kept && { residualRange: { driver: kept.name, low: kept.low, high: kept.high } }),
  };
  const currency = server.price.unit;
  const ofServers = product("price of the servers", `${currency} of servers`, [servers, server.price]);
  const lines: LineDraft[] = [
    {
      meter: "servers",
      description: `${server.model} servers`,
      category: "hardware",
      quantity: servers,
      unit: "servers",
      price: at("server", `server/${slug(server.model)}`),
      schedule: bought,
    },
    {
      meter: "cluster-network",
      description: "Cluster network: switches, optics, cables",
      category: "hardware",
      quantity: ofServers,
      unit: ofServers.unit,
      price: at("network", "cluster-network"),
      schedule: bought,
    },
    {
      meter: "electricity",
      description: "Electricity, cooling included",
      category: "power",
      quantity: product("electricity", "kWh", [powerKw, pue, subject.hoursPerMonth]),
      unit: "kWh",
      price: at("power", "electricity"),
      drivers: RESPONDS_TO_ENERGY,
    },
    roomLine(subject, product("critical IT load", "kW", [servers, server.maxKw]), at),
    {
      meter: "staff",
      description: "People who run the cluster",
      category: "people",
      quantity: staffOf(subject, servers),
      unit: "FTE-months",
      price: at("people", "staff"),
      drivers: RESPONDS_TO_INFLATION,
    },
    {
      meter: "hardware-support",
      description: "Hardware support and maintenance",
      category: "operations",
      quantity: ofHardware(subject, ofServers, currency),
      unit: `${currency}-months of hardware`,
      price: at("support", "hardware-support"),
      drivers: RESPONDS_TO_INFLATION,
    },
  ];
  if (!storageTib.value?.isZero()) {
    lines.splice(2, 0, {
      meter: "shared-storage",
      description: "Shared storage",
      category: "storage",
      quantity: storageTib,
      unit: "TiB",
      price: at("storage", "storage/tib"),
      schedule: bought,
    });
  }
  return lines;
};

/** Support is paid on servers and network together; a network share s of both is s ÷ (1 − s) of the servers. */
const ofHardware = (subject: Subject, ofServers: Figure, currency: string): Figure =>
  derive(
    "price of servers and network",
    `${currency}-months of hardware`,
    "servers ÷ (1 − network share)",
    [ofServers, siteFigure(subject, "networkShare", "network's share of the hardware")],
    (price, share) => price.div(share.neg().plus(1)),
  );

/** The room: rented by kW and month, or built and written off. */
const roomLine = (
  subject: Subject,
  criticalKw: Figure,
  at: (service: string, item: string) => LineDraft["price"],
): LineDraft => {
  if (subject.facility.kind === "own") {
    return {
      meter: "building",
      description: "Data centre of one's own",
      category: "facility",
      quantity: criticalKw,
      unit: "kW",
      price: at("facility", "building"),
      schedule: {
        kind: "purchase",
        lifeMonths: siteFigure(subject, "buildingLifeMonths", "life of the building"),
        residualPerYear: counted(subject, "share of its value that a building keeps each year", 0, "share/year"),
      },
    };
  }
  if (subject.facility.kind === undefined) subject.assume("The room is rented: colocation (state facility.kind).");
  return {
    meter: "colocation",
    description: "Colocation of the critical IT load",
    category: "facility",
    quantity: { ...criticalKw, unit: "kW-months" },
    unit: "kW-months",
    price: at("facility", "colocation"),
  };
};
