"""The same kinds of resources as elsewhere, by their type tokens: the SDK of AWS is not needed for that."""

import pulumi


class Custom(pulumi.CustomResource):
    id: pulumi.Output[str]


def resource(token: str, name: str, props: dict) -> Custom:
    return Custom(token, name, props, pulumi.ResourceOptions(version="7.48.0"))


resource("aws:ec2/instance:Instance", "trainer", {"ami": "ami-0123456789abcdef0", "instanceType": "p5.48xlarge"})
template = resource("aws:ec2/launchTemplate:LaunchTemplate", "nodes", {"instanceType": "g5.xlarge"})
resource(
    "aws:eks/nodeGroup:NodeGroup",
    "workers",
    {
        "clusterName": "training",
        "nodeRoleArn": "arn:aws:iam::123456789012:role/nodes",
        "subnetIds": ["subnet-0a"],
        "launchTemplate": {"id": template.id, "version": "1"},
        "scalingConfig": {"minSize": 0, "desiredSize": 2, "maxSize": 8},
    },
)
