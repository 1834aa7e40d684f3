import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { getPowerShell } from "../powershell/host.ts";
import { createFolder, remedyc, spawnRemedyc, until } from "./support.ts";

const REMEDY = `remedy spooler_runs {
  title: "The spooler runs"
  version: 1.0.0
  targets: [intune.remediation, standalone]
  step one "One" { ensure service("Spooler") { state: running } }
}
`;
const GOOD = `
scenario "stopped" for spooler_runs {
  given { service("Spooler") { state: stopped } }
  expect detect noncompliant
  expect fix succeeded
  expect service("Spooler") { state: running }
}
`;
const WRONG = `
scenario "expects too much" for spooler_runs {
  given { service("Spooler") { state: stopped, start: ends } }
  expect fix succeeded
}
`;

/** A folder with these files and the tool manifest of this project, through which `remedyc test` finds the PowerShell of the tests. */
function createProject(files: Readonly<Record<string, string>>): string {
  return createFolder({ ...files, ".config/dotnet-tools.json": readFileSync(".config/dotnet-tools.json", "utf8") });
}

beforeAll(async () => {
  const { packages, environment } = await getPowerShell();
  // The manifest's PowerShell as the other tests have it.
  for (const [name, value] of Object.entries({ ...environment, NUGET_PACKAGES: packages })) vi.stubEnv(name, value);
});

afterAll(() => void vi.unstubAllEnvs());

describe("remedyc test", () => {
  test("runs every scenario for every target and says so", async () => {
    const { exitCode, stdout } = await remedyc(createProject({ "a.remedy": REMEDY + GOOD }), "test", "a.remedy", "--jobs", "1");
    expect(stdout).toMatch(/^ok spooler_runs \(intune\.remediation\): stopped \(\d+ runs, \d+ ms\)$/m);
    expect(stdout).toMatch(/^ok spooler_runs \(standalone\): stopped /m);
    expect(stdout).toContain("2 scenarios passed, 0 failed");
    expect(stdout).toMatch(/^coverage of spooler_runs: 20 % \(items 1\/2, branches 0\/0, blockers 0\/3\)$/m);
    expect(exitCode).toBe(0);
  }, 120_000);

  test("--generate --write puts scenarios behind the end of the file, with its line ends and in its encoding; --min-coverage wants so much", async () => {
    const folder = createProject({});
    const text = (REMEDY.replace("intune.remediation, ", "") + GOOD).replaceAll("\n", "\r\n");
    writeFileSync(join(folder, "a.remedy"), `\ufeff${text}`, "utf16le");
    const options = ["a.remedy", "--jobs", "1", "--generate", "--write", "--min-coverage"];
    const { exitCode, stdout, stderr } = await remedyc(folder, "test", ...options, "100");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("5 scenarios passed, 0 failed\ncoverage of spooler_runs: 100 % (items 2/2, branches 0/0, blockers 3/3)\n");
    const written = readFileSync(join(folder, "a.remedy"), "utf16le");
    expect(written.match(/[^\r]\n/)).toBeNull();
    expect(written).toContain(
      '}\r\n\r\nscenario "nothing is wrong" for spooler_runs {\r\n  expect detect compliant\r\n  expect fix succeeded\r\n}\r\n',
    );
    expect(await remedyc(folder, "test", ...options.slice(0, 3), "--write")).toMatchObject({ exitCode: 2 });
  }, 120_000);

  test("runs functions of kinds of one's own only when that is allowed, and says what would run", async () => {
    const example = (name: string): string => readFileSync(join("examples/custom-kind", name), "utf8");
    const files = Object.fromEntries(["power-plan.remedy", "power-plan.ts", "power-plan.ps1"].map((name) => [name, example(name)]));
    const folder = createProject(files);
    const refused = await remedyc(folder, "test", "power-plan.remedy", "--jobs", "1");
    expect([refused.exitCode, refused.stderr.split("\n")[0]]).toEqual([
      2,
      "error RMD7052: The scenarios of 'power-plan.remedy' would run the functions of 'power-plan.ps1' on this computer: Windows is simulated for remedyc's own functions only. Read them, then allow it with --allow-custom.",
    ]);
    expect(refused.stdout).not.toContain("ok ");
    const allowed = await remedyc(folder, "test", "power-plan.remedy", "--allow-custom", "--target", "standalone", "--jobs", "1");
    expect([allowed.exitCode, allowed.stderr]).toEqual([0, ""]);
  }, 120_000);

  test("shows what came instead and the machine's difference, and ends with 1", async () => {
    const { exitCode, stdout } = await remedyc(
      createProject({ "a.remedy": REMEDY + WRONG }),
      "test",
      "a.remedy",
      "--target",
      "standalone",
      "--jobs",
      "1",
    );
    expect(stdout).toContain("x expect fix succeeded [a.remedy:10]");
    expect(stdout).toContain("it came to failed: FAILED spooler_runs 1.0.0 | one: ");
    expect(exitCode).toBe(1);
  }, 120_000);

  test("--faults counts what was tried, and --reporter says in which form; each form has a test of its own (report.test.ts)", async () => {
    const folder = createProject({ "a.remedy": REMEDY + GOOD + WRONG });
    const options = ["--target", "standalone", "--faults", "--jobs", "1", "--reporter", "json"];
    const { stdout } = await remedyc(folder, "test", "a.remedy", ...options);
    expect(stdout).toMatch(
      /^\{\n {2}"passed": 1,\n {2}"failed": 1,\n {2}"faults": \{\n {4}"effects": \d+,\n {4}"faults": \d+,\n {4}"survivors": \[\]\n/,
    );
  }, 120_000);

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "%s ends the engines and leaves no scripts behind",
    async (signal, code) => {
      const many = Array.from({ length: 30 }, (_, i) => GOOD.replace("stopped", `stopped ${i}`)).join("");
      const folder = createProject({ "a.remedy": REMEDY + many, "tmp/keep": "" });
      const tmp = join(folder, "tmp");
      const { child, ended } = spawnRemedyc(folder, ["test", "a.remedy", "--faults"], { TMPDIR: tmp, TEMP: tmp, TMP: tmp });
      const folders = (): string[] => readdirSync(tmp).filter((name) => name.startsWith("remedyc-test-"));
      await until(() => folders().length > 0, 60_000);
      child.kill(signal);
      const { exitCode, stderr } = await ended;
      expect([exitCode, stderr, folders()]).toEqual([code, "", []]);
    },
    120_000,
  );

  test("says what is missing: a PowerShell, a scenario", async () => {
    const folder = createProject({ "a.remedy": REMEDY + GOOD });
    const none = await remedyc(folder, "test", "a.remedy", "--powershell", "/nowhere/pwsh");
    expect(none.stderr).toContain(
      "error RMD7050: There is no PowerShell to run on: '/nowhere/pwsh', which --powershell names, is no program. Name another one, or install it with 'dotnet tool install --global PowerShell --version 7.6.9'.",
    );
    expect(none.exitCode).toBe(1);
    const other = await remedyc(folder, "test", "a.remedy", "--target", "standalone", "--jobs", "1", "--powershell", process.execPath);
    expect([other.exitCode, other.stdout]).toEqual([1, expect.stringContaining("PowerShell ended while a script was running")]);
    const filtered = await remedyc(folder, "test", "a.remedy", "--filter", "unheard of");
    expect(filtered.stderr).toContain("error RMD7051: There is no scenario to run with 'unheard of' in its title.");
    expect(filtered.exitCode).toBe(1);
  }, 120_000);
});
