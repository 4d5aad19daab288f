import type { Diagnostic } from "../core/diagnostic.ts";
import type { HardwareCatalogue } from "../model/hardware.ts";
import type { FacilitySettings } from "../model/settings.ts";
import { serverPath } from "../model/stated-range.ts";

/** Warnings about servers that rackrate.yaml states figures of and the catalogue does not have: nothing is priced by them. */
export const unknownServers = (
  { servers = {} }: FacilitySettings,
  hardware: HardwareCatalogue,
): readonly Diagnostic[] =>
  Object.keys(servers).flatMap((model): readonly Diagnostic[] => {
    if (hardware.server(model) !== null) return [];
    const meant = hardware.nearest("server", model);
    return [
      {
        severity: "warning",
        code: "unknown-server",
        message: `The hardware catalogue has no server ${JSON.stringify(model)}, so what is stated of it prices nothing.`,
        place: { property: serverPath(model) },
        ...(meant.length > 0 && { hint: `Did you mean ${meant.join(" or ")}?` }),
      },
    ];
  });
