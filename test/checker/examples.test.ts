import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkFiles } from "./support.ts";

const root = new URL("../../examples/", import.meta.url);
const examples = readdirSync(root).filter((name) => name.endsWith(".remedy"));
const parts = Object.fromEntries(
  readdirSync(new URL("parts/", root)).map((name) => [`parts/${name}`, readFileSync(new URL(`parts/${name}`, root), "utf8")]),
);

describe("examples", () => {
  test("there are some", () => {
    expect(examples.length).toBeGreaterThan(3);
  });

  test.each(examples)("%s is without a finding", async (name) => {
    const { diagnostics, program } = await checkFiles({ ...parts, [name]: readFileSync(new URL(name, root), "utf8") }, name);
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([]);
    expect(program.remedies.length).toBeGreaterThan(0);
  });
});
