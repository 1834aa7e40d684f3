import { describe, expect, test } from "vitest";
import { diagnosticCatalog } from "../../src/diagnostics/catalog.ts";
import { createFolder, listFiles, remedyc, remedyText } from "./support.ts";

const COMMANDS = [
  "build",
  "check",
  "diff",
  "explain",
  "fmt",
  "lint",
  "import",
  "init",
  "inspect",
  "prove",
  "test",
  "sign",
  "verify",
  "test-certificate",
  "publish",
  "report",
  "audit",
  "doctor",
  "lsp",
  "completion",
];

describe("usage", () => {
  test.each([[["--help"]], [["-h"]]])("%j lists every command and the exit codes", async (args) => {
    const { exitCode, stdout } = await remedyc(createFolder(), ...args);
    expect(exitCode).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  remedyc ${command}\\b`, "m"));
    expect(stdout).toContain("Exit codes: 0 done, 1 diagnostics with an error, 2 wrong usage, 3 a defect of remedyc.");
  });

  test.each(COMMANDS)("%s --help has examples", async (command) => {
    const { exitCode, stdout } = await remedyc(createFolder(), command, "--help");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`\\nExamples:\\n  remedyc ${command} `));
  });

  test("--version", async () => {
    expect((await remedyc(createFolder(), "--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each<[args: readonly string[], message: string]>([
    [
      [],
      "Name a command: init, import, fmt, check, lint, prove, test, explain, diff, build, sign, verify, test-certificate, publish, report, diagnose, inspect, audit, doctor, completion or lsp.",
    ],
    [["buidl", "a.remedy"], "There is no command 'buidl'. Did you mean 'build'?"],
    [
      ["qqqq"],
      "There is no command 'qqqq'. There are init, import, fmt, check, lint, prove, test, explain, diff, build, sign, verify, test-certificate, publish, report, diagnose, inspect, audit, doctor, completion, lsp.",
    ],
    [["build", "--fromat", "json"], "There is no option '--fromat'. Did you mean '--format'?"],
    [["publish"], "'remedyc publish' needs a service: 'remedyc publish intune'."],
    [["inspect"], "'remedyc inspect' needs a file: 'remedyc inspect setup.msi'."],
    [["diff", "a.remedy"], "'remedyc diff' needs two files or folders: 'remedyc diff base/fleet fleet'."],
    [["publish", "intune", "--delete"], "--delete deletes what --prune names: give both."],
    [["check", "--out", "x"], "There is no option '--out'."],
    [["build", "a.remedy", "--out"], "Not enough arguments following: out"],
    [["build", "a.remedy", "--out="], "The option --out has no value."],
    [["build", "a.remedy", "--out", "a", "--out", "b"], "The option --out is given 2 times. Give it once."],
    [["completion", "fish"], "There is no shell 'fish'. There are bash, zsh, powershell."],
    [["publish", "intone"], "There is no service 'intone'. Did you mean 'intune'? There is intune."],
    [["build", "a.remedy", "--format", "xml"], "--format has no 'xml'. There are text, json, sarif."],
    [
      ["build", "a.remedy", "--target", "intune"],
      "--target has no 'intune'. Did you mean 'intune.remediation'? There are standalone, scheduled_task, intune.remediation, intune.platform_script, intune.win32, configmgr.baseline, configmgr.application.",
    ],
  ])("%j is wrong usage: exit code 2 and what to do", async (args, message) => {
    const { exitCode, stdout, stderr } = await remedyc(createFolder({ "a.remedy": remedyText() }), ...args);
    expect(stderr).toContain(message);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/\nSee 'remedyc (build |check |completion |diff |inspect |publish )?--help'\.\n$/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("a value behind an option is its only one: the file is not swallowed", async () => {
    const folder = createFolder({ "a.remedy": remedyText("sample", "standalone", "  param limit: int = 1\n") });
    expect((await remedyc(folder, "check", "--set", "limit=2", "a.remedy")).stdout).toBe("1 file with 1 remedy: no errors\n");
  });

  test.each(["build", "check", "test"])("%s without a file says where files come from", async (command) => {
    const { exitCode, stderr } = await remedyc(createFolder(), command);
    expect([exitCode, stderr.split("\n")[0]]).toEqual([
      2,
      "error RMD7024: No file was given. Name .remedy files, folders or patterns, or list them under 'files' in remedyc.config.json.",
    ]);
  });
});

describe("check", () => {
  test("writes nothing and says what it looked at", async () => {
    const folder = createFolder({ "a.remedy": remedyText(), "b/c.remedy": remedyText("other") });
    expect(await remedyc(folder, "check", "a.remedy", "b")).toEqual({
      exitCode: 0,
      stdout: "2 files with 2 remedies: no errors\n",
      stderr: "",
    });
    expect(listFiles(folder)).toEqual(["a.remedy", "b/c.remedy"]);
  });

  test("finds what only a build would find, the scripts' sizes included, and counts it", async () => {
    const steps = Array.from(
      { length: 700 },
      (_, i) => `    ensure registry_value('HKLM\\SOFTWARE\\Contoso\\${"x".repeat(100)}${i}', "v") { data: ${i} }\n`,
    ).join("");
    const folder = createFolder({
      "a.remedy": `remedy big {\n  title: "Big"\n  version: 1.0.0\n  targets: [intune.remediation]\n  step only "Only" {\n${steps}  }\n}\n`,
    });
    const { exitCode, stdout, stderr } = await remedyc(folder, "check", "a.remedy");
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/a\.remedy:1:1: error RMD5001: The script 'intune\.remediation\/big\.detect\.ps1' has \d+ bytes/);
    expect(stderr).toMatch(/\n2 errors\n$/);
  });

  test("independent mistakes are told each, with their places, sorted", async () => {
    const folder = createFolder({
      "a.remedy": remedyText().replace("running", "runing").replace('"Spooler"', "12").replace("version: 1.0.0", "verison: 1.0.0"),
    });
    const { stderr } = await remedyc(folder, "check", "a.remedy");
    const places = [...stderr.matchAll(/^a\.remedy:(\d+):\d+: error/gm)].map((match) => Number(match[1]));
    expect(places).toHaveLength(3);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe("explain", () => {
  test("prints the page of a code, of several, in any case", async () => {
    const folder = createFolder();
    expect((await remedyc(folder, "explain", "RMD2001")).stdout).toMatch(/^# RMD2001: /);
    const both = await remedyc(folder, "explain", "rmd7022", "RMD5001");
    expect(both.stdout.match(/^# RMD\d+/gm)).toEqual(["# RMD7022", "# RMD5001"]);
    const json = JSON.parse((await remedyc(folder, "explain", "RMD7022", "--format", "json")).stdout) as { readonly pages: object };
    expect(Object.keys(json.pages)).toEqual(["RMD7022"]);
  });

  test("every code of the catalogue has a page", async () => {
    const codes = Object.keys(diagnosticCatalog);
    expect(codes.length).toBeGreaterThan(100);
    const { exitCode, stdout, stderr } = await remedyc(createFolder(), "explain", ...codes);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout.match(/^# RMD\d{4}(?=: )/gm)?.map((heading) => heading.slice(2))).toEqual(codes);
  });

  test("an unknown code is an error with a suggestion", async () => {
    const { exitCode, stdout, stderr } = await remedyc(createFolder(), "explain", "RMD704");
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^error RMD7040: There is no diagnostic 'RMD704'\. Did you mean RMD7\d\d\d\?\n/);
  });

  test("tells a plan once for all targets; as data it has one plan for each", async () => {
    const folder = createFolder({ "a.remedy": remedyText("sample", "standalone, configmgr.baseline") });
    const { exitCode, stdout, stderr } = await remedyc(folder, "explain", "a.remedy");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`Sample
sample 1.0.0, for standalone, configmgr.baseline; runs as SYSTEM

What it is for.

1. Only (only)
   ensures service Spooler: state running  [a.remedy:7]

May change
  service: Spooler
Only reads
  nothing
Files of its own
  %SystemRoot%\\Logs\\Remedyc\\sample.log and .jsonl, %ProgramFiles%\\Remedyc\\sample, HKLM\\SOFTWARE\\Remedyc\\sample
`);
    const json = JSON.parse((await remedyc(folder, "explain", "a.remedy", "--format", "json")).stdout) as {
      readonly plans: readonly { readonly target: string }[];
    };
    expect(json.plans.map((plan) => plan.target)).toEqual(["standalone", "configmgr.baseline"]);
    expect(listFiles(folder)).toEqual(["a.remedy"]);
  });

  test("a remedy with an error is not told", async () => {
    const { exitCode, stdout } = await remedyc(
      createFolder({ "a.remedy": remedyText().replace("running", "runing") }),
      "explain",
      "a.remedy",
    );
    expect([exitCode, stdout]).toEqual([1, ""]);
  });
});
