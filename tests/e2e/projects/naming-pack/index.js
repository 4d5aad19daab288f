const { PolicyPack } = require("@pulumi/policy");

new PolicyPack("naming", {
  policies: [
    {
      name: "no-trainers",
      description: "Nothing is called trainer.",
      enforcementLevel: "advisory",
      validateResource: (args, report) => args.name === "trainer" && report("this one is called trainer"),
    },
  ],
});
