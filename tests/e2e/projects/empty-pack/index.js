const { PolicyPack } = require("@pulumi/policy");

const nothing = () => {};
new PolicyPack("empty", {
  policies: [
    { name: "resources", description: "Looks at each resource.", enforcementLevel: "advisory", validateResource: nothing },
    { name: "stack", description: "Looks at the stack.", enforcementLevel: "advisory", validateStack: nothing },
  ],
});
