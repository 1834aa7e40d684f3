import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openIntunewin } from "../../src/intunewin/open-intunewin.ts";
import { createFolder, listFiles, readText, remedyc, spawnRemedyc } from "./support.ts";

const MSI = "the installer";
const sha256 = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** An app with an installer beside it. `more` stands among its members, `hash` is what it asks the installer for. */
const appText = ({
  targets = "intune.win32",
  source = "media/agent.msi",
  hash = sha256(MSI),
  more = "",
  uninstall = "uninstall { ensure agent absent }",
} = {}): string => `
let agent = package("Contoso Agent", version >= 2.4)
/// The agent that reports to Contoso.
remedy contoso_agent {
  title: "Contoso Agent is installed"
  version: 2.4.0
  publisher: "Contoso"
  targets: [${targets}]
  ${more}
  step install "Install" { ensure agent { source: "${source}", sha256: "${hash}" } }
  ${uninstall}
}
`;

const createApp = (options: Parameters<typeof appText>[0] = {}): string => {
  const folder = createFolder({ "fleet/a.remedy": appText(options), "fleet/media/agent.msi": MSI }, "apps of all");
  return folder;
};

interface AppSettings {
  readonly [field: string]: unknown;
  readonly rules: readonly { readonly [field: string]: unknown }[];
}
const readSettings = (folder: string): AppSettings =>
  JSON.parse(readText(folder, "out/intune.win32/contoso_agent.app.json")) as AppSettings;

async function unpack(path: string): Promise<{ readonly [name: string]: string }> {
  const opened = await openIntunewin(path);
  expect(opened.diagnostics).toEqual([]);
  if (!opened.value) throw new Error("not opened");
  const { content } = opened.value;
  const files: { [name: string]: string } = {};
  for (const member of content.members) files[member.name] = (await content.read(member, 1e6)).toString("latin1");
  await content.close();
  return files;
}

describe("an app for Intune", () => {
  test("is its scripts, a package with what runs on the device, and the settings for the portal and Graph", async () => {
    const folder = createApp({ more: "requires os.build >= 19045 as int\n  requires computer.is_domain_joined" });
    const { exitCode, stdout, stderr } = await remedyc(folder, "build", "fleet/a.remedy");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/ intune\.win32\/contoso_agent\.intunewin +\d+\.\d KB\n/);
    expect(stdout).toMatch(/5 scripts, 2 more files and manifest\.json written to out\n$/);
    const out = join(folder, "out");
    const place = (name: string): string => `intune.win32/contoso_agent.${name}`;
    const written = ["app.json", "detect.ps1", "install.ps1", "intunewin", "requirement.ps1", "requirement2.ps1", "uninstall.ps1"].map(
      place,
    );
    expect(listFiles(out)).toEqual([...written, "manifest.json"]);
    expect(await unpack(join(out, place("intunewin")))).toEqual({
      "contoso_agent.install.ps1": readText(out, place("install.ps1")),
      "contoso_agent.uninstall.ps1": readText(out, place("uninstall.ps1")),
      "media/agent.msi": MSI,
    });
    const settings = readSettings(folder);
    const command = (script: string): string =>
      `%SystemRoot%\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File contoso_agent.${script}.ps1`;
    expect(settings).toMatchObject({
      "@odata.type": "#microsoft.graph.win32LobApp",
      displayName: "Contoso Agent is installed",
      displayVersion: "2.4.0",
      description: "The agent that reports to Contoso.",
      publisher: "Contoso",
      fileName: "contoso_agent.intunewin",
      setupFilePath: "contoso_agent.install.ps1",
      installCommandLine: command("install"),
      uninstallCommandLine: command("uninstall"),
      installExperience: { runAsAccount: "system", deviceRestartBehavior: "basedOnReturnCode" },
    });
    const script = (name: string): string => readFileSync(join(out, place(name))).toString("base64");
    const switches = { enforceSignatureCheck: false, runAs32Bit: false };
    expect(settings.rules).toMatchObject([
      { ruleType: "detection", operationType: "notConfigured", scriptContent: script("detect.ps1"), ...switches },
      {
        ruleType: "requirement",
        operationType: "integer",
        operator: "greaterThanOrEqual",
        comparisonValue: "19045",
        scriptContent: script("requirement.ps1"),
        ...switches,
      },
      {
        ruleType: "requirement",
        operationType: "boolean",
        operator: "equal",
        comparisonValue: "True",
        scriptContent: script("requirement2.ps1"),
        ...switches,
      },
    ]);
    expect(JSON.parse(readText(out, "manifest.json"))).toMatchObject({
      apps: [
        {
          name: "contoso_agent",
          version: "2.4.0",
          target: "intune.win32",
          content: place("intunewin"),
          settings: place("app.json"),
          carries: [{ name: "media\\agent.msi", size: MSI.length, sha256: sha256(MSI) }],
        },
      ],
      files: written.map((path) => ({
        path,
        target: "intune.win32",
        source: "fleet/a.remedy",
        sha256: sha256(readFileSync(join(out, path))),
      })),
    });
  });

  test("compares what each requirement script writes as the type that it has", async () => {
    const folder = createApp({
      more: [
        'requires os.now - os.uptime >= "2026-03-29T02:30Z" as date',
        "requires os.version >= 10.0.19045.2965 as version",
        'requires computer.manufacturer == "Contoso" as string',
      ].join("\n  "),
    });
    expect(await remedyc(folder, "build", "fleet/a.remedy")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(
      readSettings(folder)
        .rules.filter(({ ruleType }) => ruleType === "requirement")
        .map(({ operationType, operator, comparisonValue }) => [operationType, operator, comparisonValue]),
    ).toEqual([
      ["dateTime", "greaterThanOrEqual", "2026-03-29T02:30:00Z"],
      ["version", "greaterThanOrEqual", "10.0.19045.2965"],
      ["string", "equal", "Contoso"],
    ]);
  });

  test("of signed scripts carries the signed ones, and every check of signatures is on", async () => {
    const folder = createApp();
    await remedyc(folder, "test-certificate", "--key", "p256");
    const { exitCode } = await remedyc(
      folder,
      "build",
      "fleet/a.remedy",
      "--sign",
      "--key",
      "remedyc-test.key",
      "--certificate",
      "remedyc-test.cer",
    );
    expect(exitCode).toBe(0);
    const files = await unpack(join(folder, "out/intune.win32/contoso_agent.intunewin"));
    expect(files["contoso_agent.install.ps1"]).toContain("# SIG # Begin signature block");
    const settings = readSettings(folder);
    expect(settings.rules).toMatchObject([{ enforceSignatureCheck: true }]);
    expect(settings["installCommandLine"]).toContain(" -ExecutionPolicy AllSigned -File ");
  });

  test("without a block 'uninstall' is told, and has a command that fails", async () => {
    const folder = createApp({ uninstall: "" });
    const { exitCode, stderr } = await remedyc(folder, "build", "fleet/a.remedy");
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining("warning RMD5009")]);
    expect(readSettings(folder)["uninstallCommandLine"]).toBe("%SystemRoot%\\System32\\cmd.exe /c exit 1603");
    expect(listFiles(join(folder, "out")).filter((file) => file.includes("uninstall"))).toEqual([]);
  });
});

test("an application of Configuration Manager is a folder with its content, and beside it a detection and the script that publishes it", async () => {
  const folder = createApp({ targets: "configmgr.application" });
  await remedyc(folder, "test-certificate", "--key", "p256");
  const sign = ["--sign", "--key", "remedyc-test.key", "--certificate", "remedyc-test.cer"];
  const { exitCode } = await remedyc(folder, "build", "fleet/a.remedy", ...sign);
  expect(exitCode).toBe(0);
  const publish = "configmgr.application/contoso_agent.publish.ps1";
  expect(listFiles(join(folder, "out"))).toEqual([
    "configmgr.application/contoso_agent.detect.ps1",
    publish,
    "configmgr.application/contoso_agent/contoso_agent.install.ps1",
    "configmgr.application/contoso_agent/contoso_agent.uninstall.ps1",
    "configmgr.application/contoso_agent/media/agent.msi",
    "manifest.json",
  ]);
  expect(readText(folder, "out/configmgr.application/contoso_agent/media/agent.msi")).toBe(MSI);
  const signed = readText(folder, `out/${publish}`);
  expect(signed).toContain("# SIG # Begin signature block");
  expect(signed).toContain("-ExecutionPolicy AllSigned -File contoso_agent.install.ps1'");
  const manifest = JSON.parse(readText(folder, "out/manifest.json")) as { readonly scripts: readonly { readonly role: string }[] };
  expect(manifest.scripts).toMatchObject([
    { role: "detect" },
    { role: "install" },
    { role: "uninstall" },
    { role: "publish", file: publish, target: "configmgr.application", sha256: sha256(signed), signature: expect.anything() as unknown },
  ]);
  // Signed and unsigned scripts are two things to the site.
  await remedyc(folder, "build", "fleet/a.remedy");
  const contentHash = (text: string): string => /^ {2}Hash = '([0-9a-f]{64})'/m.exec(text)?.[1] ?? "none";
  expect(contentHash(readText(folder, `out/${publish}`))).not.toBe(contentHash(signed));
});

describe("what an app carries", () => {
  test.each<[title: string, options: Parameters<typeof appText>[0], change: (folder: string) => void, reason: RegExp]>([
    ["is there", {}, (folder) => rmSync(join(folder, "fleet/media/agent.msi")), /RMD5011: .*there is no such file/],
    [
      "is a file",
      {},
      (folder) => {
        rmSync(join(folder, "fleet/media/agent.msi"));
        mkdirSync(join(folder, "fleet/media/agent.msi"));
      },
      /RMD5011: .*it is a folder/,
    ],
    [
      "lies below the remedy",
      { source: "../agent.msi" },
      (folder) => writeFileSync(join(folder, "agent.msi"), MSI),
      /RMD5011: .*leads out of the package with '\.\.'/,
    ],
    [
      "has the hash that the remedy asks for",
      { hash: "0".repeat(64) },
      () => undefined,
      /RMD5012: .*has the SHA-256 [0-9a-f]{64}, so no device would take it/,
    ],
  ])("%s; else nothing is written", async (_title, options, change, reason) => {
    const folder = createApp(options);
    change(folder);
    const { exitCode, stderr } = await remedyc(folder, "build", "fleet/a.remedy");
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(reason)]);
    expect(stderr).toMatch(/^fleet\/a\.remedy:10:\d+: error/);
    expect(listFiles(folder).some((file) => file.startsWith("out/"))).toBe(false);
  });

  test("of an earlier build is left over, and taken away", async () => {
    const folder = createApp({ targets: "intune.win32, configmgr.application" });
    expect((await remedyc(folder, "build", "fleet/a.remedy")).exitCode).toBe(0);
    writeFileSync(join(folder, "fleet/a.remedy"), appText().replace("remedy contoso_agent", "remedy agent"));
    const { exitCode, stdout } = await remedyc(folder, "build", "fleet/a.remedy", "--clean");
    expect(exitCode).toBe(0);
    for (const file of ["intune.win32/contoso_agent.intunewin", "configmgr.application/contoso_agent/media/agent.msi"])
      expect(stdout).toMatch(new RegExp(`${file} +removed`));
    expect(listFiles(join(folder, "out")).filter((file) => file.includes("contoso"))).toEqual([]);
  });

  test("leaves nothing behind when the build is interrupted while it is packed", async () => {
    const folder = createApp({ hash: sha256(Buffer.alloc(16 << 20)) });
    writeFileSync(join(folder, "fleet/media/agent.msi"), Buffer.alloc(16 << 20));
    const { child, ended } = spawnRemedyc(folder, ["build", "fleet/a.remedy"]);
    const started = (): boolean => listFiles(folder).some((file) => file.endsWith(".tmp"));
    while (!started() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGINT");
    expect((await ended).exitCode).toBe(130);
    expect(listFiles(folder).filter((file) => file.startsWith("out/"))).toEqual([]);
  });
});
