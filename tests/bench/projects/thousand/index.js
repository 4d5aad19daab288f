const { Instance } = require("@pulumi/aws/ec2");

for (let index = 0; index < 1000; index++) {
  new Instance(`node-${index}`, { instanceType: "p5.48xlarge", ami: "ami-0abc", rootBlockDevice: { volumeSize: 200 } });
}
