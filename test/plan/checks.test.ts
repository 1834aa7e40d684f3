import { describe, expect, test } from "vitest";
import type { TargetName } from "../../src/targets/target.ts";
import { compileText, findText, planText } from "./support.ts";
import { planToJson } from "../../src/plan/json.ts";

test("what SYSTEM alone changes stands in no remedy of the user, also by a part", async () => {
  const text =
    'part install(id: string) { ensure winget_package(id) present }\nremedy r {\n  title: "R"\n  version: 1.0\n  targets: [intune.remediation]\n';
  const step = 'step only "Only" {\n    use install("A.B")\n    ensure chocolatey_package("c") absent\n  }\n}';
  expect(await findText(`${text}  context: user\n  ${step}`, { target: "intune.remediation" })).toEqual([
    "RMD4023 ensure winget_package(id) present",
    'RMD4023 ensure chocolatey_package("c") absent',
  ]);
  expect(await findText(`${text}  ${step}`, { target: "intune.remediation" })).toEqual([]);
});

describe("paths", () => {
  test.each<[text: string, found: readonly string[]]>([
    ["ensure file('C:\\a.txt') absent", []],
    ["ensure file('\\\\server\\share\\a.txt') absent", []],
    ["ensure file('%ProgramData%\\a.txt') absent", []],
    ["ensure file('a.txt') absent", ["RMD4010 'a.txt'"]],
    ["ensure file('\\a.txt') absent", ["RMD4010 '\\a.txt'"]],
    ["ensure file('..\\a.txt') absent", ["RMD4010 '..\\a.txt'"]],
    ["ensure file('C:\\a\\..\\b.txt') absent", ["RMD4011 'C:\\a\\..\\b.txt'"]],
    ["ensure directory('C:\\a\\.\\b') present", ["RMD4011 'C:\\a\\.\\b'"]],
    ["ensure file('\\\\?\\C:\\a.txt') absent", ["RMD4011 '\\\\?\\C:\\a.txt'"]],
    ["ensure file('C:/a/b.txt') absent", ["RMD4011 'C:/a/b.txt'"]],
    ["ensure directory('C:\\a\\\\b') present", ["RMD4011 'C:\\a\\\\b'"]],
    ['ensure ini_value(\'C:\\a/b.ini\', "S", "K") absent', ["RMD4011 'C:\\a/b.ini'"]],
    ["ensure directory('\\\\server\\share\\a') present", []],
    ["ensure directory('C:\\') present", ["RMD4011 'C:\\'"]],
    ["ensure directory('\\\\server\\share') present", ["RMD4011 '\\\\server\\share'"]],
    ["require file('C:\\a\\..\\b.txt').exists else \"x\"\nensure file('C:\\a.txt') absent", []],
    ['ensure package("A") present { source: \'a.msi\', sha256: "' + "0".repeat(64) + '" }', ["RMD5003 source: 'a.msi'"]],
    ["check \"c\" { os.build > 1 } fix { clear directory('temp') { older_than: 1h } }", ["RMD4010 'temp'"]],
  ])("%s", async (text, found) => {
    expect(await findText(text)).toEqual(found);
  });

  test("a parameter counts with the value that it has: given, or by default", async () => {
    const text = "param f: path = 'C:\\a.txt'\nstep only \"Only\" { ensure file(f) absent }";
    for (const target of ["standalone", "intune.remediation"] as const) {
      expect(await findText(text, { target })).toEqual([]);
      expect(await findText(text, { target, set: { f: "a.txt" } })).toEqual(["RMD4010 f"]);
    }
  });
});

describe("restarts", () => {
  test.each<[text: string, found: readonly string[]]>([
    ["reboot when os.uptime > 7d", ["RMD4014 reboot when os.uptime > 7d"]],
    ["when os.build > 1 { reboot when changed }", ["RMD4014 reboot when changed"]],
    ['reboot when os.uptime > 7d\nwarn "x" when os.build > 1', []],
    ['require os.uptime <= 7d else "x"\nreboot when reboot.pending', []],
    ["ensure file('C:\\a.txt') absent\nreboot when changed", []],
  ])("%s", async (text, found) => {
    expect(await findText(text)).toEqual(found);
  });
});

describe("addresses", () => {
  const hash = `sha256: "${"0".repeat(64)}"`;
  const file = (source: string, more = hash) => `ensure file('C:\\a.cfg') { source: ${source}, ${more} }`;
  const setup = (source: string, more = hash) => `ensure package("A") present { source: ${source}, ${more} }`;
  const errorsOf = async (text: string): Promise<string[]> =>
    (await compileText(text)).diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code} ${message}`);

  test.each([
    file('"https://download.contoso.com/a.cfg"'),
    file('"HTTPS://download.contoso.com:8443/a%20b?id=1&x=[y]*"'),
    file('"https://[2001:db8::1]/"'),
    file("'https://h'"),
    setup('"https://download.contoso.com/a.msi?sig=a%2Fb.zip"'),
    setup('"https://download.contoso.com/setup.EXE"', `${hash}, signed_by: "CN=Contoso"`),
    `let base = "https://download.contoso.com/1.2"\nstep only "Only" { ${setup('"${base}/a.msi"')} }`,
    `each a in ["https://h/1.msi", 'C:\\2.msi'] { ensure package("A \${a}") present { source: a, ${hash} } }`,
  ])("%s", async (text) => {
    expect(await findText(text)).toEqual([]);
  });

  test.each<[text: string, found: string]>([
    [file('"http://h/a"'), "RMD4012 what comes over http can be changed on the way; write https://"],
    [file('"https:///a"'), "RMD4012 it names no host"],
    [file('"https://:443/a"'), "RMD4012 it names no host"],
    [file('"https://-h/a"'), "RMD4012 '-h' is no name of a host"],
    [file('"https://ann:pw@h/a"'), "RMD4012 a user's name or password would stand in each script"],
    [file('"https://h:0/a"'), "RMD4012 '0' is no port"],
    [file('"https://h/a b"'), "RMD4012 it holds a blank or a control character"],
    [file('"https://h/a\\tb"'), "RMD4012 it holds a blank or a control character"],
    [file("'https://h\\a'"), "RMD4012 it holds '\\'"],
    [file('"https://h/\u00e4"'), "RMD4012 it holds '\u00e4'"],
    [file('"https://h/%ProgramData%/a"'), "RMD4012 '%' begins a byte such as %20 there"],
    [file('"https://h/a#b"'), "RMD4012 what follows '#' is never sent to a server"],
    [file(`"https://h/${"a".repeat(2050)}"`), "RMD4012 it has 2060 characters"],
    [file('"https://h/NUL.cfg"'), "RMD4012 'nul.cfg' is the name of a device of Windows"],
    [file('"https://h/a.cfg"', 'content: "x"'), "RMD4013"],
    [setup('"https://h/a.zip"'), "RMD4012 the file that it names does not end in .msi or .exe"],
    [setup('"https://h/"'), "RMD4012 the file that it names does not end in .msi or .exe"],
    [setup('"https://h/a.msi"', 'signed_by: "CN=Contoso"'), "RMD4013"],
    [setup('"https://h/a.msi"', 'signed_by: "CN=Contoso", sha256: none'), "RMD4013"],
    [`param v: string = "1"\nstep only "Only" { ${setup('"https://h/${v}.msi"')} }`, "RMD4012 a part of it is known only on the device"],
  ])("%s", async (text, found) => {
    const [code = "", reason = ""] = found.split(/ (.*)/);
    const errors = await errorsOf(text);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(new RegExp(`^${code} `));
    expect(errors[0]).toContain(reason);
  });

  test("stand in no other place, and none but https ones", async () => {
    expect(await findText('ensure file("https://h/a") absent')).toEqual(['RMD3110 "https://h/a"']);
    expect(await findText(file('"ftp://h/a"'))).toEqual(['RMD3110 "ftp://h/a"']);
    expect(await findText('param s: path = "https://h/a"\nstep only "Only" { ensure file(s) absent }')).toEqual(['RMD3110 "https://h/a"']);
    expect(await findText(setup('"https://h/a.msi"', 'arguments: ["A"]'))).toEqual(['RMD4106 source: "https://h/a.msi"']);
  });

  test("of a part are known where it is used", async () => {
    const part = `part get(from: string) {\n  ${setup("from")}\n}\n`;
    const use = (url: string) => ({
      files: { "p.remedy": part },
      text: `import "./p.remedy"\nremedy sample {\n  title: "x"\n  version: 1.0\n  step only "Only" {\n    use get("${url}")\n  }\n}`,
    });
    const { text, files } = use("https://h/a.msi");
    expect(await findText(text, { files })).toEqual([]);
    expect(await findText(use("http://h/a.msi").text, { files })).toEqual(["RMD4012 source: from"]);
  });

  test("become a means of their own, a text", async () => {
    const [node] = (await planText(setup('"https://h/a%20b.msi"'))).steps[0]?.body ?? [];
    expect(node?.kind === "ensure" ? node.means.map(({ name, type, value }) => [name, type.kind, value]) : []).toEqual([
      ["url", "string", { kind: "constant", value: { kind: "string", value: "https://h/a%20b.msi" }, type: { kind: "string" } }],
      ["sha256", "string", expect.anything()],
    ]);
  });
});

describe("names of the script's parameters", () => {
  const of = (declarations: string, target: TargetName = "standalone") =>
    findText(`${declarations}\nstep only "Only" { ensure service("S") { state: running } }`, { target });

  test.each(["verbose", "what_if", "force", "host", "home", "remedy", "splat", "when1", "after1", "error_action", "pid"])(
    "'%s' is taken",
    async (name) => {
      expect(await of(`param ${name}: int = 1`)).toEqual([`RMD5004 param ${name}: int = 1`]);
      expect(await of(`param ${name}: int = 1`, "configmgr.baseline"), "only where it is a parameter").toEqual([]);
    },
  );

  test.each([
    ["log_on", "logon"],
    ["a_b", "aB"],
    ["x", "x_value"],
    ["x_value", "x"],
  ])("'%s' and '%s' are one", async (first, second) => {
    expect(await of(`param ${first}: int = 1\nparam ${second}: int = 2`)).toEqual([
      `RMD5005 param ${second}: int = 2 <- param ${first}: int = 1`,
    ]);
  });

  test("names that only look alike are two", async () => {
    expect(await of("param installer: int = 1\nparam installers: int = 2\nparam valued: int = 3")).toEqual([]);
  });
});

describe("blocks of PowerShell", () => {
  const block = async (test: string, fix = "Write-Verbose 'x'") => {
    const { diagnostics } = await compileText(`ensure script("s") {\n  test: '''\n${test}\n'''\n  fix: '''\n${fix}\n'''\n}`);
    return diagnostics.map((diagnostic) => `${diagnostic.code} ${diagnostic.message}`);
  };

  test.each<[text: string, reason: string]>([
    ["exit 1", "line 1: 'exit' may not stand here: it would end the script"],
    ["\n  if ($x) { Exit }\n", "line 2: 'Exit' may not stand here"],
    ["Invoke-Expression 'x'", "it runs text as code"],
    ["iex 'x'", "it runs text as code"],
    ["$a = Read-Host", "nobody is there to answer"],
    ["Get-Item x && exit", "has no '&&'"],
    ["Get-Item x || Get-Item y", "has no '||'"],
    ["$a = $b ?? 1", "has no '??'"],
    ["if ($true) {", "'{' is never closed"],
    ["'open", "the string has no closing quote"],
    ["}", "closes nothing that is open"],
    ["\n# nothing\n", "it is empty"],
    ["Write-Verbose '\u00fc'", "write others as [char]0xFC"],
    ["Write-Verbose \u2018x\u2019", "only ASCII"],
  ])("%j is told: %s", async (text, reason) => {
    const found = await block(text);
    expect(
      found.some((each) => each.startsWith("RMD4020 The PowerShell of 'test' cannot stand in a script: ") && each.includes(reason)),
      found.join("\n"),
    ).toBe(true);
    expect((await block("$true", text)).some((each) => each.startsWith("RMD4020 The PowerShell of 'fix'"))).toBe(true);
  });

  test.each([
    "$exit = 1; $exit -eq 1",
    "(Get-Item x).Exit",
    "Get-Item -Exit",
    "'exit && iex'",
    "# exit\n$true",
    "\"a && $( 'b' )\"",
    "@'\nexit  \n\n\n\n'@ -eq ''",
  ])("%j is fine", async (text) => {
    expect(await block(text)).toEqual([]);
  });

  test("a text that is known on the device only is none", async () => {
    expect(
      (await findText("param t: string = \"x\"\nstep only \"Only\" { ensure script(\"s\") { test: t\n fix: '''$true''' } }")).some(
        (found) => /^RMD4090/.test(found),
      ),
    ).toBe(true);
  });
});

test("a plan as JSON is plain data: no source text, no function, the same after a round trip", async () => {
  const plan = await planText(
    'param limit: int = 1\nstep only "Only" when os.build > limit {\n  each p in package(name matches \'^A\', version < 2.0) { ensure p absent }\n  ensure service("S") { state: running }\n}',
  );
  const json = planToJson(plan);
  const text = JSON.stringify(json);
  expect(JSON.parse(text)).toEqual(json);
  expect(text).not.toContain("lineStarts");
  expect(text).not.toContain("ensure service");
  expect(json).toMatchObject({
    remedy: { name: "sample", version: "1.0.0", context: "system" },
    target: "standalone",
    sources: [{ path: "main.remedy" }],
    parameters: [{ name: "limit", defaultValue: { kind: "int", value: 1 } }],
    steps: [
      {
        name: "only",
        guard: { text: "os.build > limit" },
        body: [
          { kind: "each", variable: "p" },
          { kind: "ensure", id: "only.2", origin: { span: { path: "main.remedy", start: { line: 8 } } } },
        ],
      },
    ],
  });
});
