const pulumi = require("@pulumi/pulumi");

class Box extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("acme:index:Box", name, {}, opts);
    this.item = new Item(`${name}-item`, { parent: this, aliases: [{ name: "older-item" }] });
  }
}
class Item extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("acme:index:Item", name, {}, opts);
  }
}
new Box("box", { aliases: [{ name: "crate" }, { type: "acme:old:Box" }, "urn:pulumi:dev::aliases::acme:index:Whole::given"] });
