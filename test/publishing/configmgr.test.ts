import { createHash } from "node:crypto";
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createFolder, readText, remedyc } from "../cli/support.ts";
import { getSharedEngine } from "../powershell/engine-pool.ts";
import type { JsonValue } from "../powershell/engine-pool.ts";
import { checkScripts, formatFindings } from "../powershell/gate.ts";
import { putScript } from "../powershell/script-files.ts";
import { MSI, emptySite, remedies } from "./site.ts";
import type { Entry, Site } from "./site.ts";
import { createModule } from "./stand-ins.ts";

/** Two builds that differ in all that can, as folders of scripts; a console; and a site. */
let folder = "";
const consoleFolder = (): string => join(folder, "console", "bin");
const stateFile = (): string => join(consoleFolder(), "state.json");
const readSite = (): Site => JSON.parse(readFileSync(stateFile(), "utf8")) as Site;
const writeSite = (site: Site): void => writeFileSync(stateFile(), JSON.stringify(site));

beforeAll(async () => {
  folder = createFolder({
    "one/a.remedy": remedies("Agent", "state: running", 'requires os.build >= 19045 as int\n  requires disk("C:").free >= 2GB'),
    "two/a.remedy": remedies("Agent, renamed", "state: stopped", "requires os.build >= 22000 as int"),
    "one/media/agent.msi": MSI,
    "two/media/agent.msi": MSI,
  });
  for (const build of ["one", "two"]) {
    const { exitCode, stderr } = await remedyc(join(folder, build), "build", "a.remedy");
    expect(exitCode, stderr).toBe(0);
  }
  const { manifest, text } = createModule();
  mkdirSync(join(consoleFolder(), "i386"), { recursive: true });
  writeFileSync(join(consoleFolder(), "ConfigurationManager.psd1"), manifest);
  writeFileSync(join(consoleFolder(), "stand-ins.psm1"), text);
});

const hashOf = (file: string): string => createHash("sha256").update(readText(folder, file)).digest("hex").toUpperCase();

type Kind = "application" | "baseline";
const scriptOf = (kind: Kind, build = "one", app = "contoso_agent"): string =>
  kind === "application" ? `${build}/out/configmgr.application/${app}.publish.ps1` : `${build}/out/configmgr.baseline/spooler.publish.ps1`;
/** A network path that is a folder here, too. */
const contentOf = (build: string, app = "contoso_agent"): string => `/${folder}/${build}/out/configmgr.application/${app}`;

/** The parameters of a script, and which one runs where. */
interface PublishOptions {
  readonly build?: string;
  readonly app?: string;
  readonly hasConsole?: boolean;
  readonly [parameter: string]: JsonValue;
}

/** Runs a script as an administrator would; gives what it wrote, its exit code where that is not 0, and the changes that it made. */
async function publish(
  kind: Kind,
  { build = "one", app = "contoso_agent", hasConsole = true, ...parameters }: PublishOptions = {},
): Promise<{ readonly said: readonly string[]; readonly calls: readonly string[] }> {
  writeSite({ ...readSite(), calls: [] });
  const given: Readonly<Record<string, JsonValue>> = kind === "application" ? { ContentLocation: contentOf(build, app) } : {};
  const result = await (
    await getSharedEngine()
  ).run({
    file: join(folder, scriptOf(kind, build, app)),
    parameters: { ...given, ...parameters },
    prelude: hasConsole ? [putScript(`$env:SMS_ADMIN_UI_PATH = '${consoleFolder()}/i386'\n`)] : [],
  });
  const code = result.exitCode === 0 ? [] : [`exit ${result.exitCode}`];
  return { said: [...result.stdout, ...result.warnings, ...result.stderr, ...code], calls: readSite().calls };
}

/** The objects without what changes with every revision. */
const objects = (): unknown => {
  const { applications, conditions, items, baselines } = readSite();
  return JSON.parse(
    JSON.stringify({ applications, conditions, items, baselines }, (name, value: unknown) =>
      name === "CI_ID" ? undefined : typeof value === "string" ? value.replace(/_\d{8,}/, "_") : value,
    ),
  );
};
const CHANGES = {
  application: {
    create: [
      "New-CMGlobalConditionScript",
      "New-CMGlobalConditionScript",
      "New-CMApplication",
      "Add-CMScriptDeploymentType",
      "Add-CMDeploymentTypeReturnCode",
      "Add-CMDeploymentTypeReturnCode",
      "Set-CMApplication",
    ],
    update: [
      "Set-CMGlobalCondition",
      "Set-CMGlobalConditionScript",
      "Set-CMGlobalCondition",
      "Set-CMApplication",
      "Set-CMScriptDeploymentType",
      "Update-CMDistributionPoint",
      "Set-CMApplication",
    ],
  },
  baseline: {
    create: ["New-CMConfigurationItem", "Add-CMComplianceSettingScript", "Set-CMConfigurationItem", "New-CMBaseline", "Set-CMBaseline"],
    update: [
      "Set-CMConfigurationItem",
      "Set-CMComplianceSettingScript",
      "Set-CMComplianceRuleValue",
      "Set-CMConfigurationItem",
      "Set-CMBaseline",
    ],
  },
} as const;
/** `conditions`: what is said of each global condition. */
const said = (verb: string, title = "Agent", conditions = [verb, verb]): { readonly [kind in Kind]: readonly string[] } => ({
  application: [
    ...conditions.map((each, i) => `${each} global condition 'contoso_agent requirement ${i + 1}'`),
    `${verb} application '${title}'`,
  ],
  baseline: [`${verb} configuration item '${title} [1*] \`$(exit)'`, `${verb} configuration baseline '${title} [1*] \`$(exit)'`],
});

test("scripts that publish pass the parser gate", async () => {
  const files = (["application", "baseline"] as const).map((kind) => ({ name: scriptOf(kind), text: readText(folder, scriptOf(kind)) }));
  expect(formatFindings(await checkScripts(files))).toBe("");
});

describe.each(["application", "baseline"] as const)("a script that publishes: %s", (kind) => {
  test("creates everything; a second run changes nothing; another build changes what is new; -Force writes it again", async () => {
    writeSite(emptySite());
    expect(await publish(kind)).toEqual({ said: said("CREATED")[kind], calls: CHANGES[kind].create });
    const created = objects();
    expect(await publish(kind)).toEqual({ said: said("UNCHANGED")[kind], calls: [] });
    expect(await publish(kind, { build: "two" })).toEqual({
      said: said("UPDATED", "Agent, renamed", ["UPDATED"])[kind],
      calls: CHANGES[kind].update,
    });
    expect(objects()).not.toEqual(created);
    expect((await publish(kind)).said).toEqual(said("UPDATED", "Agent", ["UPDATED", "UNCHANGED"])[kind]);
    expect(objects()).toEqual(created);
    expect(await publish(kind, { Force: true })).toMatchObject({ said: said("UPDATED")[kind] });
    expect(objects()).toEqual(created);
  });

  test("changes nothing with -WhatIf, and says what it would", async () => {
    writeSite(emptySite());
    const what = await publish(kind, { WhatIf: true });
    expect(what.calls).toEqual([]);
    expect(what.said).toHaveLength(said("")[kind].length);
    for (const line of what.said)
      expect(line).toMatch(/^What if: Performing the operation "Create" on target "(?:application|configuration|global condition)/);
    await publish(kind);
    const { calls, said: lines } = await publish(kind, { build: "two", WhatIf: true });
    expect(calls).toEqual([]);
    for (const line of lines) expect(line).toContain('operation "Update"');
  });

  test("leaves alone what has its name and not its id, and what has its id twice", async () => {
    const title = kind === "application" ? "Agent" : "Agent [1*] `$(exit)";
    const foreign: Entry = {
      CI_ID: 1,
      ModelName: "m",
      LocalizedDisplayName: title,
      LocalizedDescription: "by hand, see remedyc:contoso_agents",
    };
    const list = kind === "application" ? "applications" : "items";
    writeSite({ ...emptySite(), [list]: [foreign] });
    expect(await publish(kind)).toEqual({
      said: [
        expect.stringMatching(
          /^FAILED remedyc:\w+: there is another (?:application|configuration item) of the name 'Agent.*it is left alone/,
        ),
        "exit 1",
      ],
      calls: [],
    });
    if (kind === "baseline") {
      writeSite({ ...emptySite(), baselines: [foreign] });
      expect((await publish(kind)).said.join()).toContain("there is another configuration baseline of the name");
      expect(readSite().baselines).toEqual([foreign]);
    }
    writeSite(emptySite());
    await publish(kind);
    const site = readSite();
    for (const entries of [site.applications, site.items]) if (entries[0]) entries.push({ ...entries[0], LocalizedDisplayName: "A copy" });
    writeSite(site);
    expect(await publish(kind)).toMatchObject({ said: [expect.stringContaining("take it out of the copies"), "exit 1"], calls: [] });
  });

  test("is carried on by the next run, wherever it was interrupted", async () => {
    for (const [build, first, places] of [
      ["one", undefined, kind === "application" ? [1, 3, 4, 6] : [1, 2, 3, 4]],
      ["two", "one", kind === "application" ? [1, 2, 4] : [1, 3]],
    ] as const) {
      writeSite(emptySite());
      if (first !== undefined) await publish(kind);
      const before = readSite();
      await publish(kind, { build });
      const whole = objects();
      for (const allowed of places) {
        writeSite({ ...before, allowed });
        const { said: lines } = await publish(kind, { build });
        expect(lines.slice(-2)).toEqual([expect.stringContaining("interrupted"), "exit 1"]);
        writeSite({ ...readSite(), allowed: -1 });
        await publish(kind, { build });
        expect(objects()).toEqual(whole);
      }
    }
  });

  test("says in one line what it lacks: the module, a site, rights, a script of its build", async () => {
    writeSite(emptySite());
    const failed = async (expected: RegExp, parameters: PublishOptions = {}): Promise<void> =>
      expect(await publish(kind, parameters)).toEqual({ said: [expect.stringMatching(expected), "exit 1"], calls: [] });
    await failed(/: the module ConfigurationManager is not on this computer/, { hasConsole: false });
    await failed(/: there is no drive for the site 'ABC': say with -SiteServer/, { SiteCode: "ABC" });
    writeSite({ ...emptySite(), drives: [] });
    await failed(/: the console has been connected to no site: say which one with -SiteCode and -SiteServer$/);
    await failed(/: The network path was not found: other$/, { SiteCode: "XYZ", SiteServer: "other" });
    expect((await publish(kind, { SiteCode: "XYZ", SiteServer: "cm01.contoso.com", WhatIf: true })).said.join()).toContain("What if");
    writeSite({ ...emptySite(), drives: ["ABC", "XYZ"] });
    await failed(/: there are several sites \(ABC, XYZ\): say which one with -SiteCode$/);
    writeSite({ ...emptySite(), denied: true });
    await failed(/: You do not have security rights to perform this operation\. Ask your administrator\.$/);
    const script =
      kind === "application" ? "out/configmgr.application/contoso_agent.detect.ps1" : "out/configmgr.baseline/spooler.discover.ps1";
    cpSync(join(folder, "one"), join(folder, "three"), { recursive: true });
    appendFileSync(join(folder, "three", script), "# changed\r\n");
    await failed(/\.ps1' is not the file that this script was built with: copy all that the build wrote, of one build$/, {
      build: "three",
    });
    rmSync(join(folder, "three", script));
    await failed(/\.ps1' is not there: copy all that the build wrote$/, { build: "three" });
  });
});

test("an application is what the remedy says, with its detection as it is in the file, signature included", async () => {
  cpSync(join(folder, "one"), join(folder, "signed"), { recursive: true });
  const detect = "signed/out/configmgr.application/contoso_agent.detect.ps1";
  appendFileSync(join(folder, detect), "\r\n# SIG # Begin signature block\r\n# MII\r\n# SIG # End signature block\r\n");
  writeSite(emptySite());
  await publish("application", { build: "signed" });
  const hash = /Hash = '([0-9a-f]{64})'/.exec(readText(folder, scriptOf("application")))?.[1] ?? "";
  const command = (name: string): string =>
    `powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File contoso_agent.${name}.ps1`;
  expect(readSite().applications).toMatchObject([
    {
      LocalizedDisplayName: "Agent",
      LocalizedDescription: `remedyc:contoso_agent ${hash} ${contentOf("signed")}`,
      title: "Agent",
      details: {
        Publisher: "O'Contoso",
        SoftwareVersion: "2.4.0",
        LocalizedDescription: 'The agent that reports to "Contoso", for M\u00fcller & S\u00f6hne.',
      },
      types: {
        contoso_agent: {
          codes: [0, 1707, 3010, 1641, 1618, 1603, 20001],
          program: {
            ContentLocation: contentOf("signed"),
            InstallCommand: command("install"),
            UninstallCommand: command("uninstall"),
            ScriptLanguage: "PowerShell",
            ScriptText: hashOf(detect),
            InstallationBehaviorType: "InstallForSystem",
            LogonRequirementType: "WhetherOrNotUserLoggedOn",
            RebootBehavior: "BasedOnExitCode",
            UserInteractionMode: "Hidden",
            MaximumRuntimeMins: 120,
            Comment: "remedyc:contoso_agent",
          },
        },
      },
    },
  ]);
});

test("a requirement is a global condition whose script answers True or False, and a rule that wants True; what a person added, renamed or removed is minded", async () => {
  writeSite(emptySite());
  await publish("application");
  const [first, second] = readSite().conditions;
  const script = (name: string): string => hashOf(`one/out/configmgr.application/contoso_agent.${name}.ps1`);
  expect(first).toMatchObject({
    LocalizedDisplayName: "contoso_agent requirement 1",
    script: {
      DataType: "Boolean",
      ScriptLanguage: "PowerShell",
      ScriptText: script("requirement"),
      Use32BitHost: false,
      UseLoggedOnUserCredential: false,
    },
  });
  expect(first?.LocalizedDescription).toMatch(/^remedyc:contoso_agent contoso_agent requirement 1 [0-9a-f]{64} os\.build >= 19045$/);
  expect(second).toMatchObject({ script: { ScriptText: script("requirement2") } });
  expect(readText(folder, "one/out/configmgr.application/contoso_agent.requirement.ps1")).toContain(
    "Measure-Condition { (Read-OsBuild) -ge 19045 }",
  );
  const rulesOf = (site: Site): { model: string; value: boolean }[] =>
    (site.applications[0] as unknown as { types: { contoso_agent: { rules: { model: string; value: boolean }[] } } }).types.contoso_agent
      .rules;
  const own = (...entries: (Entry | undefined)[]): object[] => entries.map((entry) => ({ model: entry?.["ModelName"], value: true }));
  expect(rulesOf(readSite())).toEqual(own(first, second));

  // A rule of a person's own stays, one of ours that was taken away comes back, and a renamed condition is still found.
  const site = readSite();
  const byHand = { model: "GLOBAL/CPU", value: false };
  rulesOf(site).splice(1, 1, byHand);
  if (site.conditions[0]) site.conditions[0].LocalizedDisplayName = "Windows is new enough";
  writeSite(site);
  expect((await publish("application", { build: "two" })).said).toEqual(said("UPDATED", "Agent, renamed", ["UPDATED"]).application);
  expect(rulesOf(readSite())).toEqual([...own(first), byHand]);
  expect(readSite().conditions[0]?.LocalizedDescription).toMatch(/ os\.build >= 22000$/);
  await publish("application");
  expect(rulesOf(readSite())).toEqual([...own(first), byHand, ...own(second)]);

  // One that somebody else made is left alone, before anything is changed.
  writeSite({
    ...emptySite(),
    conditions: [{ CI_ID: 1, ModelName: "m", LocalizedDisplayName: "contoso_agent requirement 1", LocalizedDescription: "mine" }],
  });
  expect(await publish("application")).toMatchObject({
    said: [expect.stringContaining("there is another global condition of the name"), "exit 1"],
    calls: [],
  });
});

test("an application for users is installed for them, and one without an uninstall script has a command that fails", async () => {
  writeSite(emptySite());
  expect((await publish("application", { app: "tray" })).said).toEqual(["CREATED application 'Tray'"]);
  const types = readSite().applications[0]?.["types"] as { readonly tray: { readonly program: object } };
  expect(types.tray.program).toMatchObject({
    InstallationBehaviorType: "InstallForUser",
    UninstallCommand: 'powershell.exe -NoProfile -NonInteractive -Command "exit 1603"',
  });
  expect(types.tray.program).not.toHaveProperty("LogonRequirementType");
});

test("a baseline holds an item whose rule wants the word Compliant; a rule that somebody removed comes back", async () => {
  writeSite(emptySite());
  await publish("baseline");
  const made = objects();
  const name = "Agent [1*] `$(exit)";
  const script = (file: string): string => hashOf(`one/out/configmgr.baseline/spooler.${file}.ps1`);
  const item = readSite().items[0];
  expect(item?.LocalizedDescription).toMatch(/^remedyc:spooler item [0-9a-f]{64}$/);
  expect(item).toMatchObject({
    LocalizedDisplayName: name,
    settings: {
      spooler: {
        DiscoveryScriptText: script("discover"),
        DiscoveryScriptLanguage: "PowerShell",
        RemediationScriptText: script("remediate"),
        RemediationScriptLanguage: "PowerShell",
        Is64Bit: true,
        IsPerUser: false,
      },
    },
    rules: {
      "spooler is Compliant": {
        ExpressionOperator: "IsEquals",
        ExpectedValue: "Compliant",
        Remediate: true,
        ReportNoncompliance: true,
        NoncomplianceSeverity: "Warning",
      },
    },
  });
  expect(readSite().baselines).toMatchObject([
    {
      LocalizedDisplayName: name,
      LocalizedDescription: `remedyc:spooler baseline ${String(item?.["ModelName"])}`,
      holds: [item?.["ModelName"]],
    },
  ]);
  const site = readSite();
  writeSite({ ...site, items: site.items.map((each) => ({ ...each, rules: {} })) });
  expect((await publish("baseline", { Force: true })).calls).toContain("Add-CMComplianceSettingRule");
  expect(objects()).toEqual(made);
});

test("content that is not that of the build is refused before the site is asked; content that is not distributed is told", async () => {
  writeSite(emptySite());
  const refused = async (ContentLocation: string, expected: string): Promise<void> =>
    expect((await publish("application", { ContentLocation })).said).toEqual([expect.stringContaining(expected), "exit 1"]);
  await refused("C:\\content", "-ContentLocation must be a network path");
  await refused(contentOf("two"), "contoso_agent.install.ps1' is not the file that this script was built with");
  cpSync(join(folder, "one/out/configmgr.application/contoso_agent"), join(folder, "share"), { recursive: true });
  writeFileSync(join(folder, "share/media/agent.msi"), "another");
  await refused(`/${folder}/share`, "media/agent.msi' is another file than the one that this script was built with");
  rmSync(join(folder, "share/media/agent.msi"));
  await refused(`/${folder}/share`, "media/agent.msi' is not there");
  await publish("application");
  writeSite({ ...readSite(), undistributed: true });
  expect((await publish("application", { Force: true })).said).toEqual([
    ...said("UPDATED").application,
    expect.stringMatching(/^The distribution points were not told of the content \(No object.*Choose 'Update Content'/),
  ]);
});
