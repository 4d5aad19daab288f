import { defineResource, type LineDraft } from "../define.ts";
import { known } from "../inputs.ts";
import { declared } from "../quantities.ts";
import { type UsageLine, usageLines, whereStated } from "../usage-lines.ts";

/** Controllers of a directory, by kind and size. Source: https://aws.amazon.com/directoryservice/pricing/ */
const FIRST_CONTROLLERS = 2;
const KINDS: Readonly<Record<string, string>> = {
  SimpleAD: "Simple AD",
  MicrosoftAD: "Microsoft AD",
  ADConnector: "AD Connector",
};

/** Source: https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_directory_sharing.html */
const SHARING: UsageLine = {
  meter: "sharing",
  description: "Directory sharing",
  usage: "shared_accounts",
  unit: "accounts",
  item: "sharing",
};

/** A directory: its controllers, two at the least, those that usage adds, and accounts that it is shared with. */
export const directory = defineResource({
  type: "aws:directoryservice/directory:Directory",
  title: "Directory",
  source: "https://aws.amazon.com/directoryservice/pricing/",
  usage: {
    additional_domain_controllers: {
      unit: "controllers",
      description: "Controllers beside those that the program asks for.",
    },
    shared_accounts: { unit: "accounts", description: "Accounts that the directory is shared with." },
  },
  cost: (subject) => {
    const { inputs } = subject;
    const name = subject.orAssume(inputs.text("type"), "SimpleAD", "type");
    const kind = KINDS[name];
    if (kind === undefined)
      throw inputs.error("type", `must be one of ${Object.keys(KINDS).join(", ")}, not ${JSON.stringify(name)}`);
    const size =
      name === "MicrosoftAD"
        ? subject.orAssume(inputs.text("edition"), "Enterprise", "edition")
        : known(inputs.text("size"), name === "SimpleAD" ? "Large" : "Small");
    const item = `${kind.toLowerCase().replace(" ", "-")}/${size.toLowerCase()}`;
    const controllers: LineDraft = {
      meter: "controllers",
      description: `Directory service (${kind}, ${size})`,
      category: "security",
      quantity: declared(
        subject,
        name === "MicrosoftAD" ? inputs.count("desiredNumberOfDomainControllers") : { state: "absent" },
        {
          name: "controllers",
          unit: "controllers",
          otherwise: {
            value: FIRST_CONTROLLERS,
            because: "A directory has two controllers where it asks for no more.",
          },
        },
      ),
      unit: "controllers",
      price: { service: "AWSDirectoryService", item },
    };
    const rows = [
      {
        meter: "more-controllers",
        description: "Additional domain controllers",
        usage: "additional_domain_controllers",
        unit: "controllers",
        item,
      },
      ...(name === "MicrosoftAD" ? [SHARING] : []),
    ];
    if (name !== "MicrosoftAD" && subject.usage.text(SHARING.usage) !== undefined)
      subject.assume(`Usage ${SHARING.usage} is left out: only Microsoft AD can be shared with other accounts.`);
    return {
      lines: [controllers, ...usageLines(subject, "AWSDirectoryService", "security", whereStated(subject, rows))],
    };
  },
});
