import { Decimal } from "../../core/decimal.ts";
import { InputError } from "../../core/diagnostic.ts";
import { derive, type Figure, product } from "../../core/figure.ts";
import type { Server } from "../../model/hardware.ts";
import { GPU_CLUSTER, gpuClusterSchema, type OnPremClusterSpecification } from "../../model/specification.ts";
import { defineResource, type ResourceCost, type Subject } from "../define.ts";
import { counted, hoursOf } from "../quantities.ts";
import { gridCarbonOf, siteFigure } from "./facility.ts";
import { onPremisesLines } from "./on-premises-lines.ts";
import { type Site, type SiteCost, withRanges } from "./site-ranges.ts";
import { specificationOf } from "./specification.ts";

/**
 * A GPU cluster. In AWS it is the sum of its parts; on premises it is bought here: servers, network, storage, power,
 * room, people and support, at what the site pays.
 */
export const gpuCluster = defineResource({
  type: GPU_CLUSTER,
  title: "GPU cluster",
  source: "docs/on-premises.md",
  compute: true,
  cost: (subject) => {
    const specification = specificationOf(subject, gpuClusterSchema);
    if (specification === null) return { lines: [] };
    if (specification.platform === "aws") return { free: "its nodes, storage and network are priced as resources" };
    return onPremises(subject, specification);
  },
});

const onPremises = (subject: Subject, specification: OnPremClusterSpecification): ResourceCost => ({
  ...withRanges({ subject, server: serverOf(subject, specification.server) }, (site) => bought(site, specification)),
  covers: subject.neighbours
    .descendants(subject.resource.urn)
    .filter(({ type }) => type.startsWith("kubernetes:"))
    .map(({ urn }) => urn),
});

/** What is bought, with what the site says of itself. */
const bought = ({ subject, server }: Site, specification: OnPremClusterSpecification): SiteCost => {
  const servers = counted(subject, "servers", specification.servers);
  const averageKw = averagePower(subject, server);
  const pue = siteFigure(subject, "pue", "power usage effectiveness");
  const accelerators = product("accelerators", "accelerators", [
    servers,
    counted(subject, `accelerators of ${server.model}`, server.accelerators, "accelerators"),
  ]);
  const powerKw = product("average power of the servers", "kW", [servers, averageKw]);
  const gridCarbon = gridCarbonOf(subject);
  const storageTib = counted(subject, "storage", specification.storageTib, "TiB");
  return {
    lines: onPremisesLines(subject, { server, servers, powerKw, pue, storageTib }),
    capacity: {
      accelerator: server.accelerator,
      count: accelerators,
      hours: { ...hoursOf(subject, accelerators), name: "accelerator-hours", unit: "accelerator-hours" },
      powerKw,
      pue,
      ...(gridCarbon && { gridCarbon }),
    },
  };
};

const serverOf = (subject: Subject, model: string): Server => {
  const server = subject.hardware.server(model);
  if (server !== null) return server;
  const meant = subject.hardware.nearest("server", model);
  throw new InputError({
    severity: "error",
    code: "unknown-server",
    message: `the hardware catalogue has no server ${JSON.stringify(model)}`,
    place: { urn: subject.resource.urn, property: "specification.server" },
    ...(meant.length > 0 && { hint: `Did you mean ${meant.join(" or ")}?` }),
  });
};

/** The load is a share of full power; a server that is switched on never draws less than its idle power. */
const averagePower = (subject: Subject, { maxKw, idleKw }: Server): Figure => {
  const load = siteFigure(subject, "load", "average load");
  if (idleKw.value === null) return product("average power of a server", "kW", [load, maxKw]);
  return derive(
    "average power of a server",
    "kW",
    "max(idle, load × full power)",
    [load, maxKw, idleKw],
    (share, full, idle) => Decimal.max(idle, share.times(full)),
  );
};
