import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runScriptText } from "../powershell/run-text.ts";
import { createFolder, readText, remedyc, remedyText } from "./support.ts";

const withParameters = (params: string, targets = "configmgr.baseline") =>
  remedyText(
    "sample",
    targets,
    params
      .split("\n")
      .map((line) => `  ${line}\n`)
      .join(""),
  );

/** The fixed parameters of a build, as the manifest tells them; or what was found. */
async function given(declaration: string, ...args: readonly string[]): Promise<unknown> {
  const folder = createFolder({ "a.remedy": withParameters(`param p: ${declaration}`) });
  const { exitCode, stdout, stderr } = await remedyc(folder, "build", "a.remedy", ...args, "--format", "json");
  expect(stderr).toBe("");
  const { scripts, diagnostics } = JSON.parse(stdout) as {
    readonly scripts: readonly { readonly parameters: { readonly p?: string } }[];
    readonly diagnostics: readonly { readonly code: string; readonly message: string; readonly severity: string }[];
  };
  if (exitCode === 0) return scripts[0]?.parameters.p;
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code} ${message}`)
    .join("\n");
}

describe("--set", () => {
  test.each<[type: string, text: string, shown: string]>([
    ["string", "a = b, c", "a = b, c"],
    ["string", "", ""],
    ["string", "two\nlines", "two\nlines"],
    ["int", "-5", "-5"],
    ["int", "0x10", "16"],
    ["bool", "true", "true"],
    ["version", "4.10", "4.10"],
    ["duration", "90m", "90m"],
    ["duration", "120m", "2h"],
    ["size", "4096MB", "4GB"],
    ["path", "%ProgramData%\\x y\\a.exe", "%ProgramData%\\x y\\a.exe"],
    ["account", "LocalSystem", "NT AUTHORITY\\SYSTEM"],
    ["account", "S-1-5-80-0", "NT SERVICE\\ALL SERVICES"],
    ["account", "CONTOSO\\svc", "CONTOSO\\svc"],
    ["service.startup", "manual", "manual"],
    ["[string]", "a, b ,c", "[a, b, c]"],
    ["[int]", "1,2", "[1, 2]"],
    ["[string]", "", "[]"],
    ["endpoint", "contoso.com:443", "contoso.com:443"],
    ["registry_path", "HKLM\\SOFTWARE\\Contoso", "HKLM\\SOFTWARE\\Contoso"],
    ["pattern", "^Contoso (A|B)$", "^Contoso (A|B)$"],
    ["string?", "none", "none"],
    ["int?", "7", "7"],
  ])("%s from %j", async (type, text, shown) => {
    expect(await given(type, "--set", `p=${text}`)).toBe(shown);
  });

  test.each<[type: string, text: string, expected: string]>([
    ["int", "four", "a whole number"],
    ["int", "9007199254740993", "a whole number"],
    ["int", "1.5", "a whole number"],
    ["bool", "yes", "true or false"],
    ["version", "4", "a version such as 4.7.2"],
    ["version", "1.99999999999", "a version"],
    ["duration", "5 minutes", "a duration such as 30s"],
    ["size", "4 GB", "a size such as 500MB"],
    ["path", " ", "a path"],
    ["path", "C:\\a|b", "a path"],
    ["path", "%Nowhere%\\x", "a path"],
    ["path", "%APPDATA%\\x", "a path"],
    ["account", "Nobody At All", "an account"],
    ["service.startup", "manuel", "one of automatic"],
    ["[int]", "1,b", "a list whose elements are a whole number"],
    ["endpoint", "contoso.com", "host:port"],
    ["endpoint", "contoso.com:99999", "host:port"],
    ["secret", "hunter2", "a reference to a secret (env:NAME or dpapi:path), never the secret itself"],
    ["secret", "env:A B", "a reference"],
    ["registry_path", "HKCU\\Software", "a registry key"],
    ["registry_path", "SOFTWARE\\x", "a registry key"],
    ["pattern", "(", "a .NET regular expression"],
    ["string", "none\u0000", ""],
  ])("%s refuses %j", async (type, text, expected) => {
    const found = await given(type, "--set", `p=${text}`);
    if (expected === "") expect(found).toBe(text);
    else expect(found).toContain(`RMD7002 The value given for the parameter 'p' of 'sample' does not fit: ${expected}`);
  });

  test("a secret's text is repeated in no message", async () => {
    expect(await given("secret", "--set", "p=hunter2")).not.toContain("hunter2");
  });

  test("none is for optional ones; what needs a value says how to give one", async () => {
    expect(await given("int", "--set", "p=none")).toContain("RMD7002");
    expect(await given("int")).toBe(
      "RMD7003 The parameter 'p' of 'sample' has no default and was given no value. Give one with --set p=value or in a parameter file.",
    );
  });

  test.each<[text: string, message: string]>([
    ["installer", "RMD7005 'installer' is no parameter. Write name=value, or remedy.name=value."],
    ["q=1", "RMD7001 There is no parameter 'q' in 'sample'. Did you mean 'p'?"],
    ["simple.p=1", "RMD7004 Values are given for 'simple', and no such remedy is built. Did you mean 'sample'?"],
    ["sample.limit=1", "RMD7001 There is no parameter 'limit' in 'sample'. There are: p."],
  ])("%j is told", async (text, message) => {
    expect(await given("int = 1", "--set", text)).toBe(message);
  });

  test("several mistakes are told each; one for a remedy by name is for that one alone, and the last one counts", async () => {
    const two = withParameters("param a: int\nparam b: int\nparam c: int");
    const { stderr } = await remedyc(createFolder({ "a.remedy": two }), "check", "a.remedy", "--set", "a=x", "--set", "b=y");
    expect(stderr.match(/RMD700\d: The (?:value given for the )?parameter '\w'/g)).toEqual([
      "RMD7002: The value given for the parameter 'a'",
      "RMD7002: The value given for the parameter 'b'",
      "RMD7003: The parameter 'c'",
    ]);
    const folder = createFolder({
      "a.remedy": `${remedyText("one", "configmgr.baseline", "  param p: int = 1\n")}${remedyText("two", "configmgr.baseline", "  param p: int = 1\n")}`,
    });
    const { stdout } = await remedyc(
      folder,
      "build",
      "a.remedy",
      "--set",
      "p=2",
      "--set",
      "one.p=3",
      "--set",
      "two.p=4",
      "--set",
      "two.p=5",
      "--format",
      "json",
    );
    const { scripts } = JSON.parse(stdout) as {
      readonly scripts: readonly { readonly name: string; readonly parameters: { readonly p: string } }[];
    };
    expect(Object.fromEntries(scripts.map((script) => [script.name, script.parameters.p]))).toEqual({ one: "3", two: "5" });
  });
});

describe("parameter files", () => {
  const check = async (
    file: string,
    content: string | Uint8Array,
    params = "param n: int = 1\nparam list: [string] = []\nparam v: version?\nparam s: string = 'x'",
  ) => {
    const { exitCode, stderr } = await remedyc(
      createFolder({ "a.remedy": withParameters(params), [file]: content }),
      "check",
      "a.remedy",
      "--params",
      file,
    );
    // Parameters that nothing uses are warned of; that is not what is tried here.
    return `${exitCode} ${stderr.split("\n").find((line) => line.includes("error RMD")) ?? ""}`;
  };

  test("YAML and JSON say the same; numbers keep their digits; null is none", async () => {
    const shown = async (file: string, content: string): Promise<unknown> => {
      const folder = createFolder({
        "a.remedy": withParameters("param n: int\nparam list: [string]\nparam v: version?\nparam w: version?\nparam s: string"),
        [file]: content,
      });
      const { stdout, exitCode } = await remedyc(folder, "build", "a.remedy", "--params", file, "--format", "json");
      expect(exitCode).toBe(0);
      return (JSON.parse(stdout) as { readonly scripts: readonly { readonly parameters: object }[] }).scripts[0]?.parameters;
    };
    const expected = { n: "7", list: "[a, null, 1.10]", v: "4.10", w: "none", s: 'it\'s "quoted" \u{1F600}' };
    expect(
      await shown(
        "p.yaml",
        '# comment\nn: 7\nlist:\n  - a\n  - "null"\n  - 1.10\nsample:\n  v: 4.10\n  w: null\ns: it\'s "quoted" \u{1F600}\n',
      ),
    ).toEqual(expected);
    expect(await shown("p.json", JSON.stringify({ n: 7, list: ["a", "null", "1.10"], v: "4.10", w: null, s: expected.s }))).toEqual(
      expected,
    );
  });

  test.each<[what: string, file: string, content: string | Uint8Array, expected: string]>([
    ["a wrong value", "my values.yaml", "# x\nn: seven\n", "1 my values.yaml:2:4: error RMD7002: "],
    ["a wrong element's parameter in JSON", "p.json", '{\n  "n": 1,\n  "v": [4]\n}', "1 p.json:3:8: error RMD7002: "],
    ["an unknown name", "p.yaml", "n: 1\nm: 2\n", "1 p.yaml:2:4: error RMD7001: There is no parameter 'm' in 'sample'. Did you mean 'n'?"],
    ["an unknown remedy", "p.yaml", "sampel:\n  n: 1\n", "1 p.yaml:2:6: error RMD7004: "],
    ["deeper than a value", "p.yaml", "sample:\n  n:\n    a: 1\n", "1 p.yaml:3:5: error RMD7012: "],
    ["no YAML", "p.yaml", "n: [1\n", "1 p.yaml:2:1: error RMD7010: 'p.yaml' is no YAML or JSON: "],
    ["a name twice", "p.yaml", "n: 1\nn: 2\n", "1 p.yaml:2:1: error RMD7010: "],
    ["a list at the top", "p.yaml", "- n\n", "1 p.yaml:1:1: error RMD7011: "],
    ["a text at the top", "p.yaml", "n=1\n", "1 p.yaml:1:1: error RMD7011: "],
    ["an alias", "p.yaml", "s: &a x\nlist: [*a]\n", "1 p.yaml:2:7: error RMD7012: "],
    ["a binary", "p.yaml", Buffer.from([0x4d, 0x5a, 0, 3]), "1 error RMD1"],
    ["nesting without end", "p.yaml", `s: ${"[".repeat(20_000)}`, "1 "],
    ["empty", "p.yaml", "", "0 "],
  ])("%s is told at its place", async (_what, file, content, expected) => {
    const found = await check(file, content);
    expect(found.slice(0, expected.length)).toBe(expected);
    expect(found).not.toContain("RMD7099");
  });

  test("a file that is not there, and a folder", async () => {
    const folder = createFolder({ "a.remedy": remedyText(), "d/x": "" });
    expect((await remedyc(folder, "check", "a.remedy", "--params", "p.yaml")).stderr).toMatch(
      /^error RMD7021: 'p\.yaml' cannot be read: there is no such file\./,
    );
    expect((await remedyc(folder, "check", "a.remedy", "--params", "d")).stderr).toMatch(
      /^error RMD7021: 'd' cannot be read: it is a folder\./,
    );
  });
});

/** Texts that break naive quoting. */
const HOSTILE = [
  "it's",
  "''",
  '"',
  "$(throw 1)",
  "$env:PATH ${x}",
  "`n`$",
  "a\nb\r\nc",
  "\u2018x\u2019\u201a\u201b\u201c\u201d\u201e",
  "\u{1F600}",
  "\ud800",
  "\udc00\ud800",
  "'; exit 9 #",
  "#>",
  "<#",
  "@'\nx\n'@",
  "%TEMP%",
  "\u0000\u0007\t",
  " edges ",
  "\u202e\u2028\u0085",
  "none",
  "1.10",
  "{0}",
];

describe("a value becomes PowerShell as exactly this value", () => {
  test("on the real engine, wherever a script holds it: as a default and as a fixed value", async () => {
    // JSON writes lone surrogates as \ud800, which YAML's double quotes read.
    const values = Object.fromEntries(HOSTILE.map((text, i) => [`p${i}`, text]));
    const params = HOSTILE.map((_, i) => `param p${i}: string`).join("\n");
    const uses = HOSTILE.map((_, i) => `    ensure registry_value('HKLM\\SOFTWARE\\Contoso', "v${i}") { data: p${i} }\n`).join("");
    const json = JSON.stringify(values).replace(
      /[^\x20-\x7e]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
    const folder = createFolder({
      "a.remedy": withParameters(params, "standalone, configmgr.baseline").replace(/ {4}ensure.*\n/, uses),
      "p.json": json,
    });
    const { exitCode, stderr } = await remedyc(folder, "build", "a.remedy", "--params", "p.json");
    expect([exitCode, stderr]).toEqual([0, ""]);
    const standalone = readText(folder, "out/standalone/sample.ps1");
    const fixed = readText(folder, "out/configmgr.baseline/sample.discover.ps1");
    // The scripts themselves are parsed, and the literals that stand in them evaluated, by the engine.
    const reader = `
function Read-Units([string] $Text) { -join ([char[]]$Text | ForEach-Object { '{0:x4}' -f [int]$_ }) }
$tokens = $null; $errors = $null
$script = [System.Management.Automation.Language.Parser]::ParseFile('${join(folder, "out/standalone/sample.ps1").replaceAll("'", "''")}', [ref]$tokens, [ref]$errors)
"errors $($errors.Count)"
foreach ($parameter in $script.ParamBlock.Parameters) { if ($parameter.Name.VariablePath.UserPath -match '^P[0-9]+$') { "$($parameter.Name.VariablePath.UserPath) $(Read-Units (& ([scriptblock]::Create($parameter.DefaultValue.Extent.Text))))" } }
$script = [System.Management.Automation.Language.Parser]::ParseFile('${join(folder, "out/configmgr.baseline/sample.discover.ps1").replaceAll("'", "''")}', [ref]$tokens, [ref]$errors)
"errors $($errors.Count)"
# Test-RegistryString <hive> <path> <name> <data>
$found = @{}
foreach ($command in $script.FindAll({ param($node) $node -is [System.Management.Automation.Language.CommandAst] -and $node.GetCommandName() -eq 'Test-RegistryString' }, $true)) {
  $found[$command.CommandElements[3].Value] = $command.CommandElements[4].Extent.Text
}
for ($i = 0; $i -lt $found.Count; $i++) { "v$i $(Read-Units (& ([scriptblock]::Create($found["v$i"]))))" }
`;
    const { stdout: lines } = await runScriptText(reader);
    const units = (text: string): string =>
      Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join("");
    expect(lines).toEqual([
      "errors 0",
      ...HOSTILE.map((text, i) => `P${i} ${units(text)}`),
      "errors 0",
      ...HOSTILE.map((text, i) => `v${i} ${units(text)}`),
    ]);
    for (const text of [standalone, fixed]) expect(text).not.toMatch(/[^\x0a\x0d\x20-\x7e]/);
  });
});
