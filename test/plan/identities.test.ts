import { describe, expect, test } from "vitest";
import { findText } from "./support.ts";

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
