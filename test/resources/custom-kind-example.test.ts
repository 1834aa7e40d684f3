import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadUserKinds } from "../../src/resources/catalog/load-user-kinds.ts";
import type { CompilerHost } from "../../src/source/host.ts";

const host: CompilerHost = { readFile: (path) => ({ kind: "bytes", bytes: readFileSync(new URL(`../../${path}`, import.meta.url)) }) };

test("the example of a custom kind is read without a finding", async () => {
  const { value, diagnostics } = await loadUserKinds("examples/custom-kind/power-plan.ts", host);
  expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([]);
  expect([...value.scripts.keys()]).toEqual(["examples/custom-kind/power-plan.ps1"]);
  expect(value.kinds).toHaveLength(1);
  expect(value.kinds[0]).toMatchObject({
    name: "power_plan",
    noun: "PowerPlan",
    singleton: true,
    ensure: "state",
    origin: "examples/custom-kind/power-plan.ts",
  });
  expect(value.kinds[0]?.properties.map((property) => [property.name, property.role])).toEqual([
    ["active", "state"],
    ["policy", "reading"],
  ]);
});

test("the words of the example's script are those of its interface", async () => {
  const { value } = await loadUserKinds("examples/custom-kind/power-plan.ts", host);
  const type = value.kinds[0]?.properties[0]?.type;
  const words = type?.kind === "enum" ? type.members.filter((word) => word.ensurable).map((word) => word.name) : [];
  expect(words).toEqual(["balanced", "high_performance", "power_saver"]);
  const script = value.scripts.get("examples/custom-kind/power-plan.ps1") ?? "";
  const sets = [...script.matchAll(/ValidateSet\(([^)]*)\)\] \[string\] \$Active/g)].map((match) => match[1]);
  expect(sets).toEqual(Array<string>(3).fill(`'${words.join("', '")}'`));
});

test("the documentation shows the example as it is", () => {
  const page = readFileSync(new URL("../../docs/custom-kinds.md", import.meta.url), "utf8");
  const declaration = readFileSync(new URL("../../examples/custom-kind/power-plan.ts", import.meta.url), "utf8");
  expect(page).toContain(declaration.trim());
});
