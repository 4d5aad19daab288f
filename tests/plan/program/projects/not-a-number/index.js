const aws = require("@pulumi/aws");
new aws.ebs.Volume("disk", { availabilityZone: "us-east-1a", size: Number("ten") });
