import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import catalog from "../../src/generated/catalog.json" with { type: "json" };
import { createFolder, remedyc, remedyText } from "./support.ts";

const scenario = (head: string): string => `${remedyText("spooler")}${head} {\n  expect detect compliant\n}\n`;

const files = {
  "a.remedy": remedyText(),
  "for.remedy": scenario('scenario "it is stopped"'),
  "empty/notes.txt": "",
  "sub/b.remedy": remedyText("other"),
  "list.json": '{ "files": ["a.remedy"], "targets": "standalone" }',
  "comma.json": '{\n  "files": ["a.remedy", ]\n}',
  "comment.json": '{\n  // which files\n  "files": []\n}',
  "target.json": '{\n  "targets": ["intune"]\n}',
  "word.json": '{ "target": ["standalone"] }',
  "set.ts": 'export default {\n  files: ["a.remedy"],\n  set: { limit: 5 },\n};\n',
  "broken.ts": 'export default {\n  files: ["a.remedy" "b"],\n};\n',
};

/** What somebody types who has read the README in a minute, what the first line says, and the exit code. */
const typed: readonly (readonly [line: string, said: string | RegExp, exitCode: number])[] = [
  ["fmt", /^error RMD7024: /, 2],
  ["fmt empty", /^error RMD7029: /, 2],
  ["lint", /^error RMD7024: /, 2],
  ["linter a.remedy", "There is no command 'linter'. Did you mean 'lint'?", 2],
  ["lint empty", /^error RMD7029: /, 2],
  ["format a.remedy", "There is no command 'format'. Did you mean 'fmt'?", 2],
  ["new", "There is no command 'new'. Did you mean 'init'?", 2],
  ["init a.remedy", /^error RMD8602: Nobody can be asked, since this is no terminal, .* --what, --from or --like\./, 2],
  ["init --from a.remedy", /^error RMD8106: /, 1],
  ["compile a.remedy", "There is no command 'compile'. Did you mean 'build'?", 2],
  ["run a.remedy", "There is no command 'run'. 'remedyc test' runs the scripts on a simulated Windows, 'remedyc build' writes them.", 2],
  ["a.remedy", "There is no command 'a.remedy'. Did you mean 'remedyc check a.remedy'?", 2],
  ["help format", "There is no command 'format'. Did you mean 'fmt'?", 2],
  [
    "build a.remedy --target sccm",
    "--target has no 'sccm'. Did you mean 'configmgr.baseline'? There are standalone, scheduled_task, intune.remediation, intune.platform_script, intune.win32, configmgr.baseline, configmgr.application.",
    2,
  ],
  ["check empty", "error RMD7029: There is no remedy in 'empty' or below: no file ends in .remedy. Name the folder that has some.", 2],
  ["test empty", /^error RMD7029: /, 2],
  ["build empty a.remedy nothing.remedy", /^error RMD7020: There is no file or folder 'nothing\.remedy'/, 1],
  ["check for.remedy", "for.remedy:10:26: error RMD1001: 'for spooler' expected, found '{'. A scenario says for which remedy it is.", 1],
  ["explain RMD9999", /^error RMD7040: There is no diagnostic 'RMD9999'\. They go from RMD1001 to RMD\d{4}, with gaps\.$/, 1],
  [
    "explain services",
    "error RMD7041: There is no file, resource kind or diagnostic 'services'. Did you mean 'service'? 'remedyc explain' alone lists what can be explained.",
    1,
  ],
  ["check --config list.json", /^list\.json:1:26: error RMD7030: .*'targets' must be a list of texts, as \["standalone"\]\.$/, 1],
  ["check --config comma.json", /^comma\.json:2:25: error RMD7030: .*a value behind ',' expected, found '\]'\.$/, 1],
  ["check --config comment.json", /^comment\.json:2:3: error RMD7030: .*JSON has no comments\.$/, 1],
  ["check --config target.json", /^target\.json:2:3: error RMD7030: .*did you mean 'intune\.remediation'; there are standalone, /, 1],
  ["check --config word.json", /^word\.json:1:3: error RMD7030: .*has no setting 'target'; did you mean 'targets'; there are files, /, 1],
  ["check --config set.ts", /^set\.ts:3:3: error RMD7030: .*'set' must be texts by name, as \{ "limit": "2h" \}\.$/, 1],
  ["check --config broken.ts", /^broken\.ts:2:2\d: error RMD7030: .*Unexpected token, expected ","\.$/, 1],
  ["check --config none.json", /^error RMD7030: .*there is no such file\.$/, 1],
  ["sign empty --pfx code.pfx --password-env NONE", /^error RMD8033: 'empty' cannot be read: it is a folder/, 1],
];

describe("what was typed in a hurry", () => {
  test.each(typed)("%s", async (line, said, exitCode) => {
    const outcome = await remedyc(createFolder(files), ...line.split(" "));
    const first = outcome.stderr.split("\n")[0] ?? "";
    if (typeof said === "string") expect(first).toBe(said);
    else expect(first).toMatch(said);
    expect([outcome.exitCode, outcome.stdout]).toEqual([exitCode, ""]);
  });

  test.runIf(sep === "/")("a Windows path where folders are separated by '/'", async () => {
    const folder = createFolder(files);
    const out = await remedyc(folder, "build", "a.remedy", "--out", "dist\\agent");
    expect([out.exitCode, out.stderr.split("\n")[0]]).toEqual([
      2,
      "error RMD7031: The output folder 'dist\\agent' has backslashes, which on this system are a part of its name. Write 'dist/agent'.",
    ]);
    expect((await remedyc(folder, "check", "sub\\b.remedy")).stderr).toContain("Folders are separated by '/' here: 'sub/b.remedy'.");
  });

  test.each(["build", "check", "diff", "explain", "inspect", "test", "sign", "verify", "test-certificate"])(
    "help %s is %s --help",
    async (command) => {
      const folder = createFolder();
      expect(await remedyc(folder, "help", command)).toEqual(await remedyc(folder, command, "--help"));
    },
  );

  test("help is --help", async () => {
    expect((await remedyc(createFolder(), "help")).stdout).toBe((await remedyc(createFolder(), "--help")).stdout);
  });
});

test("sign and verify take a folder for the scripts in it and below", async () => {
  const folder = createFolder({
    "out/a.ps1": '"a"\r\n',
    "out/sub/b.PS1": '"b"\r\n',
    "out/manifest.json": "{}",
    // Whose scripts are in there is not asked.
    "out/node_modules/tool/run.ps1": '"c"\r\n',
    "out/.git/hook.ps1": '"d"\r\n',
  });
  expect((await remedyc(folder, "test-certificate")).exitCode).toBe(0);
  const signed = await remedyc(folder, "sign", "out", "--key", "remedyc-test.key", "--certificate", "remedyc-test.cer");
  expect([signed.exitCode, signed.stdout.match(/^\S+(?=: signed by)/gm)]).toEqual([0, [join("out", "a.ps1"), join("out", "sub", "b.PS1")]]);
  expect((await remedyc(folder, "verify", "out", "--ca", "remedyc-test.cer")).exitCode).toBe(0);
});

describe("explain", () => {
  test("alone lists what can be explained, every kind", async () => {
    const { exitCode, stdout, stderr } = await remedyc(createFolder(), "explain");
    expect([exitCode, stderr]).toEqual([0, ""]);
    for (const name of Object.keys(catalog.kinds)) expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
    expect(stdout).toContain("remedyc explain RMD2001");
  });

  test.each(Object.values(catalog.kinds))("shows $name with all that may be said of it, within a terminal's width", async (kind) => {
    const { exitCode, stdout, stderr } = await remedyc(createFolder(), "explain", kind.name);
    expect([exitCode, stderr]).toEqual([0, ""]);
    for (const { name } of [...kind.keys, ...kind.properties]) expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
    for (const { name } of [...kind.queries, ...kind.verbs]) expect(stdout).toContain(`  ${name}`);
    // A line is longer only where one word is.
    for (const line of stdout.split("\n")) if (line.length > 112) expect(line.trim().split(" ").at(-1)?.length).toBeGreaterThan(30);
  });

  test("kinds and codes in one go, also as data", async () => {
    const folder = createFolder();
    const { stdout } = await remedyc(folder, "explain", "tls", "RMD2001");
    expect(stdout).toMatch(/^tls\(/);
    expect(stdout).toContain("\n# RMD2001: ");
    const json = JSON.parse((await remedyc(folder, "explain", "tls", "--format", "json")).stdout) as { readonly kinds: { name: string }[] };
    expect(json.kinds.map(({ name }) => name)).toEqual(["tls"]);
  });
});
