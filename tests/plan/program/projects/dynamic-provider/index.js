const pulumi = require("@pulumi/pulumi");

class Ticket extends pulumi.dynamic.Resource {
  constructor(name, props) {
    super({ async create(inputs) { return { id: "1", outs: inputs }; } }, name, { ...props, number: undefined });
  }
}
const ticket = new Ticket("ticket", { title: "more GPUs" });
exports.number = ticket.number;
