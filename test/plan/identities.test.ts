import { describe, expect, test } from "vitest";
import { identify } from "../../src/plan/lower/resources.ts";
import type { PlanProperty } from "../../src/plan/plan.ts";
import type { KeyParameter } from "../../src/resources/catalog/model.ts";
import { catalog } from "../checker/support.ts";
import { findText, planText } from "./support.ts";

/** Two references that mean two things, however alike their texts are; `param` declares what they use. */
const apart: readonly (readonly [one: string, other: string, param: string])[] = [
  ['service("svc\\${x}")', 'service("svc${x}")', 'param x: string = "1"'],
  ['service("svc\\${}")', 'service("svc${x}")', 'param x: string = "1"'],
  ['service("a\\u{0}\\${x}")', 'service("a\\${x}")', ""],
  ["file_line('C:\\A', \"Debug\")", "file_line('C:\\a', \"debug\")", ""],
  ['package("A version < 2.0")', 'package("A", version < 2.0)', ""],
  ['package("A name matches B")', "package(\"A\", name matches 'B')", ""],
  ['wifi_profile("Contoso")', 'wifi_profile("CONTOSO")', ""],
  ['winget_package("Contoso.App")', 'winget_package("contoso.app")', ""],
  ["registry_key('HKLM\\SOFTWARE\\A')", "registry_key('HKCU\\SOFTWARE\\A')", ""],
  ["file('\\\\server\\share\\a')", "file('C:\\server\\share\\a')", ""],
];

describe("an identity is made of parts, whatever texts they are", () => {
  test.each(apart)("%s and %s are two", async (one, other, param) => {
    const text = `${param}\nstep only "Only" {\n  ensure ${one} absent\n  ensure ${other} present\n}`;
    expect((await findText(text)).filter((found) => found.startsWith("RMD4001"))).toEqual([]);
  });

  test.each(["svc\\${x}", "svc (x).y", "a ?? b", "a: b, c"])("of one thing it is one: %s", async (name) => {
    expect(
      (await findText(`ensure service("${name}") absent\nensure service("${name}") { state: running }`)).map((found) => found.slice(0, 7)),
    ).toContain("RMD4001");
  });
});

describe("what Windows takes for one thing has one identity", () => {
  /** Ways in which people write the same, by the type of a key. */
  const spellings = new Map<string, readonly string[]>([
    [
      "registry_path",
      [
        "HKLM\\SOFTWARE\\Contoso",
        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso",
        "hklm\\Software\\contoso",
        "HKLM\\SOFTWARE\\Contoso\\",
        "HKLM\\\\SOFTWARE\\Contoso",
      ],
    ],
    ["path", ["C:\\Contoso\\a.txt", "c:/contoso/A.TXT", "C:\\Contoso\\\\a.txt", "C:\\Contoso\\a.txt\\", "\\\\?\\C:\\Contoso\\a.txt"]],
    ["string", ["Contoso App", "CONTOSO APP"]],
  ]);
  const identity = (kind: string, key: KeyParameter, text: string): string => {
    const value = { kind: "constant", value: { kind: key.type.kind === "path" ? "path" : "string", value: text }, type: key.type } as const;
    const origin = { span: { file: { path: "a", text: "" }, start: 0, end: 0 } } as unknown as PlanProperty["origin"];
    return identify(catalog.kinds[kind] ?? { name: kind, keys: [] }, [{ name: key.name, type: key.type, value, origin }], []);
  };
  const keys = Object.values(catalog.kinds).flatMap((kind) =>
    kind.keys
      .filter((key) => !key.scope && spellings.has(key.type.kind))
      .map((key): [string, KeyParameter] => [`${kind.name}.${key.name}`, key]),
  );

  test("of every kind, but for the names that are told apart by case", () => {
    expect(keys.length).toBeGreaterThan(35);
    const many = keys.filter(([name, key]) => {
      const [kind = ""] = name.split(".");
      return new Set((spellings.get(key.type.kind) ?? []).map((text) => identity(kind, key, text))).size !== 1;
    });
    expect(many.map(([name]) => name)).toEqual([
      "file_line.line",
      "json_value.pointer",
      "wifi_profile.name",
      "winget_package.id",
      "xml_value.xpath",
    ]);
  });

  test.each([
    ["registry_key('HKEY_USERS\\.DEFAULT\\Contoso')", "registry_key('HKU\\S-1-5-18\\Contoso')"],
    ["registry_value('HKEY_LOCAL_MACHINE\\SOFTWARE\\A', \"V\", view: 64)", 'registry_value(\'hklm\\SOFTWARE\' / "a", "v")'],
    ["file('%windir%\\a.ini')", "file('%SystemRoot%\\A.ini')"],
    ["directory('\\\\server\\share\\a\\')", "directory('\\\\SERVER\\share\\a')"],
    ['process("Notepad")', 'process("notepad.exe")'],
    ['winget_package("A.B", source: "winget")', 'winget_package("A.B")'],
    ["local_group('BUILTIN\\Administrators')", "local_group('S-1-5-32-544')"],
  ])("%s is %s", async (one, other) => {
    const found = await findText(`ensure ${one} absent\nensure ${other} present`);
    expect(found.map((text) => text.slice(0, 7))).toEqual(["RMD4001"]);
  });

  test("values that are paths say the same, however they are written", async () => {
    const text = ["C:/Contoso/App.exe", "c:\\contoso\\\\app.exe"]
      .map((path) => `ensure shortcut('C:\\A\\a.lnk') { target: '${path}' }`)
      .join("\n");
    expect(await findText(text)).toEqual([]);
  });
});

describe("HKCU is the hive of the loop around it", () => {
  const identitiesIn = async (selection: string): Promise<string[]> => {
    const text = `param d: bool = true
step only "Only" {
  each u in ${selection} {
    ensure registry_value('HKCU\\Software\\Demo', "A") { data: 1 }
    ensure registry_key('HKCU\\Software' / "Demo") present
    ensure environment_variable("A", scope: user) { value: "a" }
    ensure registry_value('HKLM\\SOFTWARE\\Demo', "HKCU") { data: 1 }
  }
}`;
    const [loop] = (await planText(text)).steps[0]?.body ?? [];
    if (loop?.kind !== "each") throw new Error("no loop");
    return loop.body.map((node) => (node.kind === "ensure" ? node.resource.identity : node.kind));
  };
  const own = ["registry_value hkcu\\software\\demo name: a", "registry_key hkcu\\software\\demo", "environment_variable a scope: user"];
  const machine = "registry_value hklm\\software\\demo name: hkcu";

  test.each([
    ["profile()", ""],
    ["profile(default: false)", ""],
    ['profile(name == "ann")', ""],
    ["profile(default: true)", "default "],
  ])("%s", async (selection, prefix) => {
    expect(await identitiesIn(selection)).toEqual([...own.map((identity) => `${prefix}${identity}`), machine]);
  });
});
