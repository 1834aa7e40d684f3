import { createHash } from "node:crypto";

/** What stands for an installer. */
export const MSI = "the installer";

/** An application with requirements, one for users, and a baseline. */
export const remedies = (title: string, state: string, requires: string): string => `
let agent = package("Contoso Agent", version >= 2.4)
/// The agent that reports to "Contoso", for M\u00fcller & S\u00f6hne.
remedy contoso_agent {
  title: "${title}"
  version: 2.4.0
  publisher: "O'Contoso"
  targets: [configmgr.application]
  ${requires}
  step install "Install" { ensure agent { source: "media/agent.msi", sha256: "${createHash("sha256").update(MSI).digest("hex")}" } }
  uninstall { ensure agent absent }
}
remedy tray {
  title: "Tray", version: 1.0.0, context: user
  targets: [configmgr.application]
  step one "One" { ensure registry_value('HKCU\\Software\\Contoso', "Tray") { data: 1 } }
}
remedy spooler {
  title: "${title} [1*] \`$(exit)"
  version: 1.0.0
  targets: [configmgr.baseline]
  step one "One" { ensure service("Spooler") { ${state} } }
}
`;

export interface Entry {
  LocalizedDisplayName: string;
  LocalizedDescription: string;
  readonly [member: string]: unknown;
}
/** What the stand-ins keep (site.ps1). */
export interface Site {
  next: number;
  applications: Entry[];
  conditions: Entry[];
  items: Entry[];
  baselines: Entry[];
  drives: string[];
  calls: string[];
  /** How many changes are made before one fails; fewer than 0: all. */
  allowed: number;
  denied: boolean;
  undistributed: boolean;
}

/** A site with nothing in it, to which the console is connected. */
export const emptySite = (): Site => ({
  next: 16777216,
  applications: [],
  conditions: [],
  items: [],
  baselines: [],
  drives: ["XYZ"],
  calls: [],
  allowed: -1,
  denied: false,
  undistributed: false,
});
