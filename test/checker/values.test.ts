import { describe, expect, test } from "vitest";
import { checkText, summarize } from "./support.ts";

const constants: readonly (readonly [string, readonly string[]])[] = [
  // Paths: "Naming Files, Paths, and Namespaces".
  ["ensure file('C:\\Program Files (x86)\\Contoso\\a b.txt') absent", []],
  ["ensure file('\\\\server\\share\\a.txt') absent", []],
  ["ensure file('\\\\?\\C:\\a.txt') absent", []],
  ["ensure file('%ProgramFiles(x86)%\\a.txt') absent", []],
  ["ensure file('%programdata%\\a.txt') absent", []],
  ["ensure file('C:a.txt') absent", ["RMD3110 'C:a.txt'"]],
  ["ensure file('C:\\a:b.txt') absent", ["RMD3110 'C:\\a:b.txt'"]],
  ["ensure file('C:\\a<b>.txt') absent", ["RMD3110 'C:\\a<b>.txt'"]],
  ["ensure file('C:\\con\\x.txt') absent", ["RMD3110 'C:\\con\\x.txt'"]],
  ["ensure directory('C:\\x\\COM1.d') present", ["RMD3110 'C:\\x\\COM1.d'"]],
  ["ensure file('C:\\x\\nul .txt') absent", ["RMD3110 'C:\\x\\nul .txt'"]],
  ["ensure file('C:\\x.\\a.txt') absent", ["RMD3110 'C:\\x.\\a.txt'"]],
  ["ensure file('C:\\x\\a.txt ') absent", ["RMD3110 'C:\\x\\a.txt '"]],
  ["ensure file('C:\\console\\nullable.txt') absent", []],
  ["ensure file('C:\\a?.txt') absent", ["RMD3110 'C:\\a?.txt'"]],
  ["ensure file('C:\\100%\\a.txt') absent", ["RMD3113 'C:\\100%\\a.txt'"]],
  ["ensure file('%CONTOSO%\\a.txt') absent", ["RMD3114 '%CONTOSO%\\a.txt'"]],
  ["let f = registry_value('HKLM\\A', \"b\").data ?? '%SystemRot%\\a'\nensure file(f) absent", ["RMD3105 '%SystemRot%\\a'"]],
  ["let base = '%ProgramDta%'\nensure file(base / 'a') absent\nensure file(base / 'b') absent", ["RMD3105 '%ProgramDta%'"]],
  ["ensure file('C:\\a' / '..\\b') absent", []],
  ["ensure file('C:\\a' / 'D:\\b') absent", ["RMD3112 'D:\\b'"]],
  ["each f in ['%ProgramDta%', 'C:\\a'] { ensure file(f) absent }", ["RMD3105 '%ProgramDta%'"]],
  // Words that are written as text, and limits, also where an 'each' gives them.
  ['each v in ["1.0", "1.1"] { ensure tls(v) { client: off } }', []],
  ['each v in ["1.0", "1.4"] { ensure tls(v) { client: off } }', ['RMD3015 "1.4"']],
  ['let old = ["1.0", "1.4"]\neach v in old { ensure tls(v) { client: off } }', ['RMD3015 "1.4"']],
  ['each c in ["x"] { ensure package(product_code: c) absent }', ['RMD3107 "x"']],
  ['each p in ["(a"] { ensure package(name matches p) absent }', ['RMD3101 "(a"']],
  // Dates: ISO 8601, in UTC.
  ['when os.now > "2024-02-29" { ensure service("A") absent }', []],
  ['when "2026-01-31T08:30:15Z" <= os.now - os.uptime { ensure service("A") absent }', []],
  ['let from = "2026-01-31T08:30Z"\nwhen os.now + 30d >= from { ensure service("A") absent }', []],
  ['when os.now > "2026-02-29" { ensure service("A") absent }', ['RMD4152 "2026-02-29"']],
  ['when os.now > "2026-01-31T24:00Z" { ensure service("A") absent }', ['RMD4152 "2026-01-31T24:00Z"']],
  ['when os.now > "2026-01-31T08:30" { ensure service("A") absent }', ['RMD4152 "2026-01-31T08:30"']],
  ['when os.now > os.edition { ensure service("A") absent }', ["RMD3025 os.edition"]],
  ['when os.now > "20${os.build}-01-31" { ensure service("A") absent }', ['RMD4152 "20${os.build}-01-31"']],
  ['when os.now > 3d { ensure service("A") absent }', ["RMD3002 >"]],
  ['when os.edition > "2026-01-31" { ensure service("A") absent }', ["RMD3002 >"]],
  ['when os.now + 3 > "2026-01-31" { ensure service("A") absent }', ["RMD3033 +"]],
  ['when os.now - hotfix("KB5034441").age > "2026-01-31" { ensure service("A") absent }', ['RMD3030 hotfix("KB5034441").age']],
  // Registry keys.
  ["ensure registry_key('HKEY_LOCAL_MACHINE\\SOFTWARE\\A') present", []],
  ["ensure registry_key('hklm\\SOFTWARE\\A b') present", []],
  ["ensure registry_key('HKU\\S-1-5-18\\Software') present", []],
  ["ensure registry_key('HKLM\\SOFTWARE\\\\A') present", ["RMD3104 'HKLM\\SOFTWARE\\\\A'"]],
  ["ensure registry_key('\\HKLM\\SOFTWARE') present", ["RMD3104 '\\HKLM\\SOFTWARE'"]],
  ["ensure registry_key('HKCR\\.txt') present", ["RMD3104 'HKCR\\.txt'"]],
  ["ensure registry_key('SOFTWARE\\A') present", ["RMD3104 'SOFTWARE\\A'"]],
  ["ensure registry_key('HKLM/SOFTWARE') present", ["RMD3104 'HKLM/SOFTWARE'"]],
  // Keys that are put together.
  ["ensure registry_key('HKLM\\SOFTWARE' / \"A\" / 'B\\C:%') present", []],
  ['let base = \'HKLM\\SOFTWARE\\A\'\nensure registry_key(registry_key(base / "B") / "C") present', []],
  ["ensure registry_key('HKLM\\SOFTWARE' / \"\") present", ['RMD3112 ""']],
  ["ensure registry_key('HKLM\\SOFTWARE' / '\\A') present", ["RMD3112 '\\A'"]],
  ["ensure registry_key('HKLM\\SOFTWARE' / 'A\\') present", ["RMD3104 'HKLM\\SOFTWARE' / 'A\\'"]],
  ["ensure registry_key('HKLM:\\SOFTWARE' / \"A\") present", ["RMD3104 'HKLM:\\SOFTWARE' / \"A\""]],
  ["ensure registry_key('HKCU\\Software' / \"A\") present", ["RMD4115 'HKCU\\Software' / \"A\""]],
  ['ensure registry_key(os.build / "A") present', ["RMD3001 os.build"]],
  ["ensure file('HKLM\\SOFTWARE' / \"A\") absent", ["RMD3001 'HKLM\\SOFTWARE' / \"A\""]],
  // Registry data (Semantics 15).
  ["ensure registry_value('HKLM\\A', \"b\") { data: true }", []],
  ['ensure registry_value(\'HKLM\\A\', "b") { data: ["a", "b"] }', []],
  ["ensure registry_value('HKLM\\A', \"b\") { data: 4294967295 }", []],
  ["ensure registry_value('HKLM\\A', \"b\") { data: 4294967296 }", ["RMD3111 4294967296"]],
  ["ensure registry_value('HKLM\\A', \"b\") { data: 5, type: multi_string }", ["RMD3031 5"]],
  ['ensure registry_value(\'HKLM\\A\', "b") { data: "01 ff", type: binary }', []],
  ["ensure registry_value('HKLM\\A', \"b\") { has_bits: 0x21, lacks_bits: 0x12, type: dword }", []],
  ["ensure registry_value('HKLM\\A', \"b\") { has_bits: 0x21, lacks_bits: 0x1 }", ["RMD3036 has_bits"]],
  ["ensure registry_value('HKLM\\A', \"b\") { lacks_bits: 1, data: 2 }", ["RMD3036 lacks_bits"]],
  ["ensure registry_value('HKLM\\A', \"b\") { has_bits: 1, type: binary }", ["RMD3036 has_bits"]],
  ["ensure registry_value('HKLM\\A', \"b\") { has_bits: 0x100000000 }", ["RMD3111 0x100000000"]],
  ["ensure registry_value('HKLM\\A', \"b\") { has_bits: 0x100000000, type: qword }", []],
  ['ensure registry_value(\'HKLM\\A\', "b") { secret: secret.env("A"), type: expand_string }', []],
  ['ensure registry_value(\'HKLM\\A\', "b") { data: "x", secret: secret.env("A") }', ["RMD4129 secret"]],
  ['ensure registry_value(\'HKLM\\A\', "b") { secret: secret.env("A"), has_bits: 1 }', ["RMD4129 secret"]],
  ['ensure registry_value(\'HKLM\\A\', "b") { secret: secret.env("A"), type: binary }', ["RMD4129 secret"]],
  ['ensure registry_value(\'HKLM\\A\', "b") { secret: "x" }', ['RMD3022 "x"']],
  ['ensure registry_value(\'HKLM\\A\', "b") absent { secret: secret.env("A") }', ["RMD4126 secret"]],
  ["ensure registry_value('HKLM\\A', \"b\", view: both) { data: 1 }", []],
  ["ensure registry_value('HKLM\\A', \"b\", view: bth) { data: 1 }", ["RMD3015 bth"]],
  ["ensure registry_value('HKLM\\A', \"b\", view: 16) { data: 1 }", ["RMD3107 16"]],
  // Accounts.
  [
    "ensure user_right(\"SeServiceLogonRight\") { includes: ['NT SERVICE\\Spooler', 'BUILTIN\\Administrators', 'S-1-5-18', 'CONTOSO\\svc', '.\\svc', \"svc@contoso.com\"] }",
    [],
  ],
  ["ensure user_right(\"SeServiceLogonRight\") { includes: ['S-1-5-x', ''] }", ["RMD3102 'S-1-5-x'", "RMD3102 ''"]],
  // Versions.
  ['require dotnet.version >= 4.65535 else "x"', []],
  ['require dotnet.version >= 4.65536 else "x"', ["RMD3109 4.65536"]],
];

describe("constants", () => {
  test.each(constants)("%s", async (text, findings) => {
    expect(summarize((await checkText(text)).diagnostics)).toEqual(findings);
  });

  test.each([
    ["login.microsoftonline.com:443", true],
    ["localhost:1", true],
    ["10.0.0.1:65535", true],
    ["[::1]:80", true],
    ["host:0", false],
    ["host:65536", false],
    ["host", false],
    ["host:443/path", false],
    ["https://host:443", false],
    ["-host:443", false],
    ["a..b:443", false],
    [":443", false],
    ["host:", false],
  ])("endpoint %s: %s", async (text, isRight) => {
    const { diagnostics } = await checkText(`param e: endpoint = "${text}"\nstep one "One" { warn "\${e}" when os.build > 1 }`);
    expect(summarize(diagnostics)).toEqual(isRight ? [] : [`RMD3103 "${text}"`]);
  });

  test("a part of a text that is known only on the device is not held against it", async () => {
    const text = [
      'param name: string = "x"',
      'step one "One" {',
      "  ensure file('%ProgramData%' / name / \"a\") absent",
      '  ensure file("C:\\\\${name}\\\\a") absent',
      '  ensure registry_key("HKLM\\\\SOFTWARE\\\\${name}") present',
      '  require not package(name matches "^${name}( x86)?$").exists else "x"',
      '  ensure user_right("SeServiceLogonRight") { includes: ["NT SERVICE\\\\${name}"] }',
      "}",
    ].join("\n");
    expect(summarize((await checkText(text)).diagnostics)).toEqual([]);
  });

  test("a resource may be handed to a part, and only of its kind", async () => {
    const part =
      'part quiet(s: service, note: string?) { ensure s { state: stopped }\n when note != none { warn "${note}" when s.exists } }\n';
    const use = (argument: string): string =>
      `${part}remedy sample {\n title: "S"\n version: 1.0\n step one "One" { use quiet(${argument}) }\n}\n`;
    expect(summarize((await checkText(use('service("A")'))).diagnostics)).toEqual([]);
    expect(summarize((await checkText(use('service("A"), note: "x"'))).diagnostics)).toEqual([]);
    expect(summarize((await checkText(use('process("A")'))).diagnostics)).toEqual(['RMD3001 process("A")']);
    expect(summarize((await checkText(use('note: "x"'))).diagnostics)).toEqual(['RMD3008 quiet(note: "x")']);
    expect(summarize((await checkText(use('service("A"), nots: "x"'))).diagnostics)).toEqual(["RMD3009 nots"]);
    expect(summarize((await checkText(use('service("A"), "x", "y"'))).diagnostics)).toEqual(['RMD3010 "y"']);
  });
});
