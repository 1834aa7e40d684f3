import { describe, expect, test } from "vitest";
import { findText, planText } from "./support.ts";

/** Two references that mean two things, however alike their texts are; `param` declares what they use. */
const apart: readonly (readonly [one: string, other: string, param: string])[] = [
  ['service("svc\\${x}")', 'service("svc${x}")', 'param x: string = "1"'],
  ['service("svc\\${}")', 'service("svc${x}")', 'param x: string = "1"'],
  ['service("a\\u{0}\\${x}")', 'service("a\\${x}")', ""],
  ["file_line('C:\\A', \"Debug\")", "file_line('C:\\a', \"debug\")", ""],
  ['package("A version < 2.0")', 'package("A", version < 2.0)', ""],
  ['package("A name matches B")', "package(\"A\", name matches 'B')", ""],
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
