const pulumi = require("@pulumi/pulumi");

let settle;
const later = new Promise((resolve) => {
  settle = resolve;
});
class Half extends pulumi.ComponentResource {
  constructor(name, other) {
    super("acme:index:Half", name, { other });
  }
}
const left = new Half("left", pulumi.output(later).apply((half) => half.urn));
const right = new Half("right", left.urn);
settle(right);
