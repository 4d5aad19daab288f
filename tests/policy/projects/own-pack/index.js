const { RackratePolicies } = require("rackrate/policy");

new RackratePolicies("our-limits", {
  all: "advisory",
  monthlyCost: { enforcementLevel: "mandatory", max: 1000 },
});
