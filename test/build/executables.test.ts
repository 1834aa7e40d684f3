import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, cpSync, openSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { hasWine, wineEnvironment } from "../../src/build/executables/code-caches.ts";
import { readOptions } from "../../src/build/executables/options.ts";
import { TARGETS, findOwnTarget } from "../../src/build/executables/targets.ts";
import { getBundle } from "../cli/bundled.ts";
import { createFolder, listFiles, readText, remedyText } from "../cli/support.ts";
import { requireProgram } from "../entry/requirements.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const PROGRAM = join(PROJECT, "src", "build", "executables", "executables.ts");
const NAME = `remedyc-${packageJson.version}`;
const OWN = findOwnTarget();
const withWine = OWN?.name === "linux-x64" && hasWine();
const EXECUTABLE = `${NAME}-${OWN?.name}${OWN?.system === "win" ? ".exe" : ""}`;

interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function buildExecutables(folder: string, ...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), PROGRAM, ...args], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const texts = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (part: string) => (texts.stdout += part));
    child.stderr.setEncoding("utf8").on("data", (part: string) => (texts.stderr += part));
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, ...texts }));
  });
}

/** A test that cannot have Node's programs counts as skipped, and says why. */
class MissingNodeError extends Error {
  override readonly name = "MissingProgramError";
}

/** Where the executables of this run are: for this platform, and for Windows where Wine can start it. */
let out = "";

async function build(): Promise<void> {
  const folder = createFolder({}, "the executables");
  if (!OWN) throw new MissingNodeError(`there is no executable for ${process.platform}-${process.arch}`);
  const names = [OWN.name, ...(withWine ? ["win-x64"] : [])];
  const built = await buildExecutables(folder, ...names.flatMap((name) => ["--only", name]), "--out", "made here");
  if (built.stderr.includes("cannot be had from npm")) throw new MissingNodeError(built.stderr.trim());
  expect(built).toMatchObject({ exitCode: 0, stderr: "" });
  out = join(folder, "made here");
}

function run(command: readonly [string, ...string[]], folder: string): Outcome {
  const [program, ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: "utf8" });
  return { exitCode: status, stdout, stderr };
}

/** Into a file: Node's pipes are sockets, which Wine does not have. */
function runInWine(folder: string, ...args: readonly string[]): Omit<Outcome, "stderr"> {
  const log = join(folder, "..", "log");
  const output = openSync(log, "w");
  const environment = wineEnvironment(join(PROJECT, "node_modules", ".cache", "remedyc-executables", "wine"));
  const { status } = spawnSync("wine", [join(out, `${NAME}-win-x64.exe`), ...args], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  return { exitCode: status, stdout: readFileSync(log, "utf8") };
}

/** Every script that a build wrote, with its text. */
function readScripts(folder: string): readonly (readonly [string, string])[] {
  const scripts = listFiles(folder).filter((file) => file.endsWith(".ps1"));
  return scripts.map((file) => [file, readText(folder, file)]);
}

describe("an executable", () => {
  beforeAll(build, 300_000);

  const execute = (folder: string, ...args: readonly string[]): Outcome => run([join(out, EXECUTABLE), ...args], folder);
  const npm = (folder: string, ...args: readonly string[]): Outcome =>
    run([process.execPath, join(getBundle(), "remedyc.cjs"), ...args], folder);

  test("does what the package's program does, in a folder with spaces and without any Node.js: scripts are the same byte for byte", () => {
    const folder = createFolder({}, "a fleet's remedies");
    cpSync(join(PROJECT, "examples"), join(folder, "examples"), { recursive: true });
    const set = ["--set", "service_name=Spooler"];
    expect(execute(folder, "--version")).toEqual({ exitCode: 0, stdout: `${packageJson.version}\n`, stderr: "" });
    const builds = [execute, npm].map((program, i) => program(folder, "build", "examples", "--out", `out ${i}`, ...set));
    expect(builds[0]).toMatchObject({ exitCode: 0 });
    expect(builds[0]?.stdout.replaceAll("out 0", "out 1")).toBe(builds[1]?.stdout);
    expect(readScripts(join(folder, "out 0"))).toEqual(readScripts(join(folder, "out 1")));
    expect(listFiles(join(folder, "out 0"))).toEqual(listFiles(join(folder, "out 1")));
    expect(readScripts(join(folder, "out 0")).length).toBeGreaterThan(40);
    const recipe = "examples/print-spooler.remedy";
    for (const line of [
      ["check", "examples", ...set],
      ["lint", "examples"],
      ["fmt", "--check", "examples"],
      ["explain", recipe],
      ["explain", "RMD2001"],
      ["diff", recipe, "examples/tls12-baseline.remedy"],
      ["completion", "bash"],
      ["--help"],
    ]) {
      expect([line, execute(folder, ...line)]).toEqual([line, npm(folder, ...line)]);
    }
  }, 120_000);

  test("has inside what the package takes from node_modules: a configuration in TypeScript, kinds of one's own, Prettier's configuration, Microsoft's sign-in", () => {
    const folder = createFolder({
      "a.remedy": remedyText(),
      "remedyc.config.ts":
        'import { join } from "node:path";\nimport type { RemedycConfig } from "remedyc/config";\nexport default { files: ["a.remedy"], out: join("else", "where") } satisfies RemedycConfig;\n',
      "wide/b.remedy": remedyText("b").replace(/\n {2}/g, "\n    "),
      "wide/prettier.config.mjs": "export default { tabWidth: 4 };\n",
      "wide/.prettierrc": "tabWidth: 2\n",
    });
    expect(execute(folder, "build")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(listFiles(join(folder, "else", "where"))).toContain("manifest.json");
    expect(execute(folder, "fmt", "--check", "wide/b.remedy")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("RMD8701") as string,
    });
    const kinds = createFolder();
    cpSync(join(PROJECT, "examples", "custom-kind"), kinds, { recursive: true });
    expect(execute(kinds, "check", "power-plan.remedy")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(execute(folder, "doctor").stdout).toMatch(/^ok {7}Node\.js {7}\d+\.\d+\.\d+, inside this executable$/m);
    // The package is there: what fails is the sign-in, with a certificate file that is missing.
    const signIn = ["--tenant", "11111111-2222-3333-4444-555555555555", "--client-id", "11111111-2222-3333-4444-555555555555"];
    const report = execute(folder, "report", "intune", ...signIn, "--auth", "certificate", "--certificate", "missing.pem");
    expect(report.stderr).not.toContain("npm install");
    expect(report.exitCode).toBe(1);
  }, 60_000);

  test("has its checksum, and stands with all that is inside in a bill of materials", () => {
    const names = readdirSync(out).sort();
    expect(names.filter((name) => name.startsWith("."))).toEqual([]);
    const sums = readText(out, "SHA256SUMS").trimEnd().split("\n");
    expect(sums.map((line) => line.slice(66))).toEqual(names.filter((name) => name !== "SHA256SUMS"));
    for (const line of sums)
      expect(
        createHash("sha256")
          .update(readFileSync(join(out, line.slice(66))))
          .digest("hex"),
      ).toBe(line.slice(0, 64));
    const bom = JSON.parse(readText(out, `${NAME}.cdx.json`)) as {
      readonly bomFormat: string;
      readonly metadata: { readonly component: { readonly name: string } };
      readonly components: readonly { readonly name: string; readonly hashes?: readonly object[] }[];
    };
    expect([bom.bomFormat, bom.metadata.component.name]).toEqual(["CycloneDX", "remedyc"]);
    const components = bom.components.map(({ name }) => name);
    expect(components).toEqual(expect.arrayContaining([...Object.keys(packageJson.dependencies), "@azure/identity", "node"]));
    expect(components).not.toContain("vitest");
    const licenses = readText(out, `${NAME}-licenses.txt`);
    for (const name of ["remedyc", "Node.js 22", "typescript@6", "chevrotain@11"]) expect(licenses).toContain(`\n${name}`);
  });

  test("for Windows starts, checks and builds what this one builds", () => {
    requireProgram("wine");
    if (!withWine) return;
    const folder = createFolder({ "a remedy.remedy": remedyText() }, "a folder");
    expect(runInWine(folder, "--version")).toEqual({ exitCode: 0, stdout: `${packageJson.version}\n` });
    expect(runInWine(folder, "check", "a remedy.remedy")).toEqual({ exitCode: 0, stdout: "1 file with 1 remedy: no errors\n" });
    expect(runInWine(folder, "build", "a remedy.remedy", "--out", "windows")).toMatchObject({ exitCode: 0 });
    expect(execute(folder, "build", "a remedy.remedy", "--out", "here")).toMatchObject({ exitCode: 0 });
    expect(readScripts(join(folder, "windows"))).toEqual(readScripts(join(folder, "here")));
  }, 60_000);
});

describe("npm run build:executables", () => {
  test("makes all platforms or those that are named, once each", () => {
    expect(readOptions([])).toEqual({ targets: TARGETS, out: "out-executables", help: false });
    expect(readOptions(["--only", "win-x64", "--only=win-x64", "--out", "a b"])).toMatchObject({
      targets: [{ name: "win-x64" }],
      out: "a b",
    });
  });

  test("says in one line what it does not know or cannot do, and leaves nothing", async () => {
    const folder = createFolder({ file: "" });
    const platforms = TARGETS.map(({ name }) => name).join(", ");
    for (const [args, message] of [
      [["--only", "win-x86"], `there is no platform 'win-x86', but ${platforms}`],
      [["--onyl", "win-x64"], "Unknown option '--onyl'"],
    ] as const) {
      expect(await buildExecutables(folder, ...args)).toEqual({ exitCode: 1, stdout: "", stderr: `No executables: ${message}.\n` });
    }
    const blocked = await buildExecutables(folder, "--only", "win-x64", "--out", "file");
    expect(blocked).toMatchObject({ exitCode: 1, stdout: "" });
    expect(blocked.stderr).toMatch(/^No executables: (?:EEXIST|ENOTDIR)[^\n]*\n$/);
    expect(listFiles(folder)).toEqual(["file"]);
    expect(await buildExecutables(folder, "--help")).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("--only PLATFORM") as string,
    });
  }, 60_000);
});
