import { expect, it } from "vitest";
import { openHardware } from "../../src/hardware/catalogue.ts";
import { unknownServers } from "../../src/hardware/unknown-servers.ts";

it("tells of figures of a server that the catalogue does not have, with what was probably meant", () => {
  const facility = { servers: { "dgx h100": { price: 1 }, "DGX H1000": { price: 1 } } };
  expect(unknownServers(facility, openHardware(facility))).toEqual([
    {
      severity: "warning",
      code: "unknown-server",
      message: 'The hardware catalogue has no server "DGX H1000", so what is stated of it prices nothing.',
      place: { property: 'facility.servers."DGX H1000"' },
      hint: expect.stringContaining("DGX H100"),
    },
  ]);
  expect(unknownServers({}, openHardware())).toEqual([]);
});
