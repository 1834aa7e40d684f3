import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { createAsker, Interrupted } from "../../src/cli/init/ask.ts";
import type { Asker } from "../../src/cli/init/ask.ts";
import type { InitArguments } from "../../src/cli/commands/init.ts";
import { runInit } from "../../src/cli/init/init.ts";
import { copyRecipe, listRecipes } from "../../src/scaffold/recipes.ts";
import recipes from "../../src/generated/recipes.json" with { type: "json" };
import { writeIntunewin } from "../../src/intunewin/write-intunewin.ts";
import { withClass } from "../inspect/compound-class.ts";
import { buildProgram } from "../inspect/pe-builder.ts";
import { zipAnything } from "../intunewin/unzip.ts";
import { createFolder, listFiles, readText, remedyc } from "./support.ts";

const agent = readFileSync(fileURLToPath(new URL("../inspect/fixtures/agent.msi", import.meta.url)));

const patch = readFileSync(fileURLToPath(new URL("../inspect/fixtures/patch.msi", import.meta.url)));
const MANIFEST = `<?xml version="1.0"?>
<Package xmlns="http://schemas.microsoft.com/appx/manifest/foundation/windows10">
  <Identity Name="Contoso.Agent" Publisher="CN=Contoso" Version="2.4.1.0" ProcessorArchitecture="x64"/>
  <Properties><DisplayName>Contoso Agent</DisplayName><PublisherDisplayName>Contoso</PublisherDisplayName></Properties>
</Package>`;

/** Words of a shell, with apostrophes round what holds blanks. */
const words = (line: string): string[] => [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

const init = (folder: string, line: string) => remedyc(folder, "init", ...words(line));

const SERVICE = "--what service-runs --service Spooler";

describe("from options, where nobody can be asked", () => {
  test("writes a remedy that checks without a finding, and says what comes next", async () => {
    const folder = createFolder({}, "a folder's name");
    expect(await init(folder, `'fleet/my spooler' ${SERVICE}`)).toEqual({
      exitCode: 0,
      stdout: `Wrote fleet/my spooler.remedy: "Service Spooler runs", for standalone, intune.remediation, configmgr.baseline\n\nNext:\n  remedyc test 'fleet/my spooler.remedy'\n  remedyc build 'fleet/my spooler.remedy'\n`,
      stderr: "",
    });
    expect(listFiles(folder)).toEqual(["fleet/my spooler.remedy"]);
    expect(readText(folder, "fleet/my spooler.remedy")).toContain("\nremedy my_spooler {\n");
    expect((await remedyc(folder, "check", "fleet")).stdout).toBe("1 file with 1 remedy: no errors\n");
  });

  test.each([
    SERVICE,
    "--what registry-value --key HKLM\\SOFTWARE\\Contoso --value-name E --data 1",
    "--like print-spooler",
    "--like tls12-baseline",
  ])("what %s writes is formatted already", async (line) => {
    const folder = createFolder();
    expect((await init(folder, `a ${line}`)).exitCode).toBe(0);
    expect(await remedyc(folder, "fmt", "--check", ".")).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("an app gets an uninstall block and a scenario of it", async () => {
    const folder = createFolder();
    await init(folder, "a --what registry-value --key HKLM\\SOFTWARE\\Contoso --value-name E --data 1 --target intune.win32 --name x");
    const text = readText(folder, "a.remedy");
    expect(text).toContain("  uninstall {\n    ensure setting absent\n  }\n");
    expect(text).toContain("  expect uninstall succeeded\n");
  });

  test.each<[line: string, said: RegExp]>([
    ["", /^error RMD8602: .* no answer to --what, --from or --like\./],
    ["--what registry-value --data 1", /^error RMD8602: .*--key \(Which registry key\?\), --value-name \(/],
    [
      "--what registry-value --key HKCU\\Software\\A --value-name E --data 1",
      /^error RMD8601: --key cannot be 'HKCU\\Software\\A': .*HKCU/,
    ],
    [
      "--what registry-value --key HKLM\\SOFTWARE\\A --value-name E --type dword --data x",
      /^error RMD8601: --data cannot be 'x': expected a whole/,
    ],
    ["--what old-files --path C:\\Logs --age '7d } fix { run'", /^error RMD8601: --age cannot be '7d \} fix \{ run': expected a duration/],
    ["--what user-right --right SeServiceLogonRigth --account Users", /^error RMD8601: --right cannot be .*'SeServiceLogonRight'/],
    ["--what run-regularly --program C:\\a\\b.exe", /^error RMD8601: --signed-by cannot be left out: .*must be known/],
    [`${SERVICE} --key HKLM\\SOFTWARE\\A`, /^error RMD8607: --key has no meaning here: --what service-runs takes --service of these\./],
    [`${SERVICE} --like print-spooler`, /^error RMD8607: --what has no meaning here: --like says already/],
    [`${SERVICE} --name 'a b'`, /^error RMD8601: --name cannot be 'a b': .*'a_b'/],
    [`${SERVICE} --name true`, /^error RMD8601: --name cannot be 'true': /],
    [`a.ps1 ${SERVICE}`, /^error RMD8608: 'a\.ps1' .*write 'a\.remedy'/],
    ["--what service-run", /^--what has no 'service-run'\. Did you mean 'service-runs'\?/],
  ])("%s: exit code 2, and nothing is written", async (line, said) => {
    const folder = createFolder();
    const { exitCode, stdout, stderr } = await init(folder, line);
    expect(stderr).toMatch(said);
    expect([exitCode, stdout, listFiles(folder)]).toEqual([2, "", []]);
  });

  test("what does not fit its target is not written", async () => {
    const folder = createFolder();
    const { exitCode, stderr } = await init(folder, "--what winget-package --id A.B --minimum-version 1.0 --target configmgr.application");
    expect(stderr).toMatch(/^error RMD8609: Nothing was written, since the remedy would not compile: The script 'configmgr\.application\//);
    expect([exitCode, listFiles(folder)]).toEqual([1, []]);
  });

  test("a file that exists stays, unless --force says otherwise", async () => {
    const folder = createFolder({ "a.remedy": "mine" });
    const { exitCode, stderr } = await init(folder, `a.remedy ${SERVICE}`);
    expect([exitCode, stderr.split("\n")[0]]).toEqual([
      1,
      "error RMD8603: 'a.remedy' exists already. Name another file, or replace it with --force.",
    ]);
    expect(readText(folder, "a.remedy")).toBe("mine");
    expect((await init(folder, `a.remedy ${SERVICE} --force`)).exitCode).toBe(0);
    expect(readText(folder, "a.remedy")).toContain("remedy a {");
  });

  test("whatever stands in a title or a name of Windows stays text", async () => {
    const folder = createFolder();
    const title = 'It\'s "x" $(calc) ${y}\n漢';
    await remedyc(folder, "init", "t", "--what", "service-off", "--service", "a'b*$(x) [é]", "--title", title);
    const json = JSON.parse((await remedyc(folder, "explain", "t.remedy", "--format", "json")).stdout) as {
      readonly plans: readonly { readonly remedy: { readonly title: string } }[];
    };
    expect(json.plans[0]?.remedy.title).toBe(title);
  });
});

describe("from a setup file", () => {
  test("an MSI: codes, hash, services, uninstall; beside the remedy, or to be put there", async () => {
    const folder = createFolder({ "media/agent.msi": agent });
    const { exitCode, stdout, stderr } = await init(folder, "--from media/agent.msi --target intune.win32 --name agent");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).not.toContain("put ");
    const text = readText(folder, "agent.remedy");
    expect(text).toContain('package(upgrade_code: "{B6BE2B2C-9E5B-4D3C-9B6B-0A6A3C9D1F11}", version >= 2.4.1)');
    expect(text).toContain('setup = "media/agent.msi"');
    expect(text).toMatch(/ {6}sha256: "7252D9144A379745CF05E689650C46C2627D0FFA1FBD42AA34B007C2003D8C6E"\n/);
    expect(text).toContain('    ensure service("ContosoAgent") { state: running }\n  }');
    expect(text).toContain("  uninstall {\n    ensure product absent\n");
    expect((await remedyc(folder, "build", "agent.remedy")).exitCode).toBe(0);
    const other = await init(folder, "fleet/ --from media/agent.msi");
    expect(other.stdout).toContain("  put media/agent.msi at fleet/agent.msi\n");
    const fleet = readText(folder, "fleet/contoso-agent-is-installed.remedy");
    expect(fleet).toContain("configmgr.application");
    expect(fleet).toContain('package(upgrade_code: "{B6BE2B2C-9E5B-4D3C-9B6B-0A6A3C9D1F11}", version >= 2.4.1)');
  });

  test("a package for Intune: of the setup in it, which is to be put beside the remedy", async () => {
    const folder = createFolder();
    await writeIntunewin({
      files: [{ name: "agent.msi", content: agent }],
      setupFile: "agent.msi",
      name: "Agent",
      msi: undefined,
      out: join(folder, "agent.intunewin"),
      seed: "a test",
    });
    const { exitCode, stdout, stderr } = await init(folder, "agent --from agent.intunewin --target intune.win32");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("  put the setup file of which agent.intunewin was made at agent.msi\n");
    expect(readText(folder, "agent.remedy")).toContain('package(upgrade_code: "{B6BE2B2C-9E5B-4D3C-9B6B-0A6A3C9D1F11}", version >= 2.4.1)');
  });

  test.each([
    ["fix.msp", withClass(patch, 0x86), "no resource kind installs patches (.msp)"],
    [
      "agent.msix",
      zipAnything([{ name: "AppxManifest.xml", data: Buffer.from(MANIFEST) }]),
      "no resource kind installs app packages (MSIX)",
    ],
  ])("%s is none that a remedy could install", async (file, bytes, reason) => {
    const folder = createFolder({ [file]: bytes });
    const { exitCode, stderr } = await init(folder, `--from ${file}`);
    expect([exitCode, stderr.split("; ")[0]]).toEqual([1, `error RMD8604: No remedy can be made of '${file}': ${reason}`]);
    expect(listFiles(folder)).toEqual([file]);
  });

  test("a setup of an unknown maker: what a person must say is told, or asked for", async () => {
    const folder = createFolder({ "setup.exe": buildProgram({}) });
    const nameless = await init(folder, "--from setup.exe");
    expect([nameless.exitCode, nameless.stderr]).toEqual([2, expect.stringMatching(/^error RMD8602: .*--package \(/)]);
    const { exitCode, stderr } = await init(folder, "--from setup.exe --package 'Contoso Tool'");
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /warning RMD8605: 'contoso-tool-is-installed\.remedy' is to be completed: 'arguments' that make the setup silent/,
    );
    expect(readText(folder, "contoso-tool-is-installed.remedy")).toContain("      // Fill in: arguments:");
    const told = await init(folder, "--from setup.exe --package 'Contoso Tool' --arguments /S,/q --force");
    expect(told.stderr).not.toContain("'arguments'");
    expect(readText(folder, "contoso-tool-is-installed.remedy")).toContain('arguments: ["/S", "/q"]');
  });

  test.each([
    ["none.msi", "RMD8101"],
    ["text.msi", "RMD8106"],
    ["cut.msi", "RMD8107"],
  ])("%s is told as 'inspect' tells it", async (file, code) => {
    const folder = createFolder({ "text.msi": "no installer", "cut.msi": agent.subarray(0, 2000) });
    const { exitCode, stderr } = await init(folder, `--from ${file}`);
    expect([exitCode, stderr]).toEqual([1, (await remedyc(folder, "inspect", file)).stderr]);
    expect(stderr).toContain(code);
  });
});

describe("software that is installed", () => {
  const INSTALLED = "--what package-installed --package 'Contoso Agent' --minimum-version 2.4.1 --sha256 " + "a".repeat(64);

  test("from beside the remedy it is an app", async () => {
    const folder = createFolder({ "media/agent.msi": agent });
    const { exitCode, stdout, stderr } = await init(folder, `agent ${INSTALLED} --source media/agent.msi`);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(", for intune.win32, configmgr.application\n");
    expect(readText(folder, "agent.remedy")).toContain('let setup = "media/agent.msi"');
  });

  test("from an https address it is a repair, too", async () => {
    const folder = createFolder();
    const { exitCode, stdout, stderr } = await init(folder, `agent ${INSTALLED} --source https://contoso.com/agent.msi`);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(", for standalone, intune.remediation");
    // A download that is wrong may be right the next time.
    expect(readText(folder, "agent.remedy")).toMatch(
      /its setup is another file[^}]*}[^}]*}\n {2}expect detect noncompliant\n {2}expect fix failed\n/,
    );
  });
});

describe("like a recipe", () => {
  const list = listRecipes(recipes);

  test("--list has every recipe with its title, and all that can be wished for", async () => {
    const { stdout } = await init(createFolder(), "--list");
    for (const { name, title } of list) expect(stdout).toMatch(new RegExp(`^  ${name} +${title.replace(/[()]/g, "\\$&")}$`, "m"));
    expect(stdout).toMatch(/^ {2}registry-value +A registry value is set$/m);
  });

  test.each(list)("$name: every scenario and promise is of a remedy that the copy has", (recipe) => {
    const { text, remedies } = copyRecipe(recipes, recipe, "own", "own.remedy");
    expect([...text.matchAll(/^remedy (\w+)/gm)].map(([, remedy]) => remedy)).toEqual(remedies);
    expect(remedies[0]).toBe("own");
    const told = [...text.matchAll(/^(?:scenario|promise) (?:"[^"]*"|'[^']*') for (\w+)/gm)].map(([, remedy]) => remedy);
    expect(told).toHaveLength(text.match(/^(?:scenario|promise) /gm)?.length ?? 0);
    for (const remedy of told) expect(remedies).toContain(remedy);
    expect(text).not.toContain(`${recipe.name}.remedy`);
    expect([...text.matchAll(/^ {2}version: +(\S+)/gm)].every(([, version]) => version === "0.1.0")).toBe(true);
  });

  test.each([
    ["entra-provisioning-agent", "", ["mine/parts/tls12.remedy"]],
    ["power-plan", "", ["mine/power-plan.ts", "mine/power-plan.ps1"]],
    ["service-runs", " --set service_name=ContosoAgent", []],
    ["print-spooler", "", []],
  ])("%s under a name of one's own compiles with all of its scenarios", async (name, needed, beside) => {
    const folder = createFolder();
    const { exitCode, stdout, stderr } = await init(folder, `mine/own.remedy --like ${name}`);
    expect([exitCode, stderr]).toEqual([0, ""]);
    const original = recipes[list.find((recipe) => recipe.name === name)?.path as keyof typeof recipes];
    expect(readText(folder, "mine/own.remedy").match(/^scenario /gm)?.length).toBe(original.match(/^scenario /gm)?.length);
    // What is written has been compiled for all targets, with these parameters.
    expect(stdout).toContain(`\n  remedyc test mine/own.remedy${needed}\n`);
    expect(listFiles(folder)).toEqual(["mine/own.remedy", ...beside].sort());
  });

  test("a name that is nearly one, and one that is none", async () => {
    const folder = createFolder();
    expect((await init(folder, "--like print-spoler")).stderr).toMatch(/^error RMD8606: .* Did you mean 'print-spooler'\?/);
    expect((await init(folder, "--like zzz")).stderr).toMatch(/^error RMD8606: There is no recipe 'zzz'\. 'remedyc init --list'/);
    expect((await init(folder, "--like print-spooler --key A")).stderr).toMatch(/^error RMD8607: --key /);
  });

  test("a file that it brings along does not replace another one", async () => {
    const folder = createFolder({ "parts/tls12.remedy": "mine" });
    const { stderr } = await init(folder, "own.remedy --like tls12-baseline");
    expect(stderr).toMatch(/^error RMD8603: 'parts\/tls12\.remedy' exists already/);
    expect(listFiles(folder)).toEqual(["parts/tls12.remedy"]);
  });
});

describe("at a terminal", () => {
  const noArguments = { list: false, force: false } as InitArguments;

  const silence = (): void => {
    for (const stream of ["stdout", "stderr"] as const) vi.spyOn(process[stream], "write").mockReturnValue(true);
  };

  /** A person who answers with these, in this order, and then gives up; what was asked and told. */
  function createPerson(answers: readonly (string | undefined)[]): { readonly asker: Asker; readonly heard: string[] } {
    const rest = [...answers];
    const heard: string[] = [];
    const next = (message: string, initial: string | undefined): Promise<string> => {
      heard.push(message);
      return rest.length === 0 ? Promise.reject(new Interrupted()) : Promise.resolve(rest.shift() ?? initial ?? "");
    };
    return {
      heard,
      asker: {
        text: (message, { initial }) => next(message, initial),
        choose: (message, _, initial) => next(message, initial),
        several: async (message, _, initial) => {
          await next(message, "");
          return initial;
        },
        complain: (message) => void heard.push(`! ${message}`),
      },
    };
  }

  test("asks on until an answer can stand; defaults need only Enter", async () => {
    const folder = createFolder();
    const { asker, heard } = createPerson(["user-right", "SeNothing", "SeServiceLogonRight", "Users", undefined, "9", "mine", undefined]);
    silence();
    expect(await runInit(noArguments, folder, asker)).toBe(0);
    expect(heard.filter((line) => line.startsWith("!"))).toHaveLength(2);
    expect(heard[2]).toMatch(/^! .*SeNothing/);
    expect(readText(folder, "mine.remedy")).toContain("title: 'BUILTIN\\Users has SeServiceLogonRight'");
  });

  test("giving up at any question leaves nothing and ends with 130", async () => {
    for (const answers of [[], ["service-runs"], ["service-runs", "Spooler", "Title", "name"], ["like"], ["from"]]) {
      const folder = createFolder();
      silence();
      expect(await runInit(noArguments, folder, createPerson(answers).asker)).toBe(130);
      expect(listFiles(folder)).toEqual([]);
    }
  });

  test.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D", "\u0004"],
    ["the end of the input", undefined],
  ])("%s is giving up", async (_, key) => {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
    const asker = await createAsker(input, new PassThrough().resume());
    const answer = asker.text("Which?", { example: "a", initial: undefined, isOptional: false }).catch((error: unknown) => error);
    await setImmediate();
    if (key === undefined) input.end();
    else input.write(key);
    expect(await answer).toBeInstanceOf(Interrupted);
  });

  test("what is typed is the answer", async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
    const asker = await createAsker(input, new PassThrough().resume());
    const answer = asker.text("Which?", { example: "a", initial: "Spoo", isOptional: false });
    await setImmediate();
    input.write("ler\r");
    expect(await answer).toBe("Spooler");
  });
});
