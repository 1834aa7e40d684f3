import { expect, test } from "vitest";
import { kindModels } from "../../src/generated/kind-models.ts";
import { provePlan } from "../../src/proof/prove.ts";
import { catalog } from "../checker/support.ts";
import { planText } from "../plan/support.ts";

/** The properties that are refuted where nothing goes wrong besides what the machine is like, and the ways in words. */
async function refute(...statements: readonly string[]): Promise<readonly string[]> {
  const text = `remedy sample {\n title: "Sample"\n version: 1.0.0\n targets: [standalone]\n step one "One" {\n${statements.join("\n")}\n }\n}\n`;
  const proof = provePlan(await planText(text), catalog, kindModels, { budget: 50_000, mayBeDisturbed: false });
  expect(proof.isComplete).toBe(true);
  return [...new Set(proof.counterexamples.map(({ property }) => property))].sort();
}

const value = (key: string, data = "1"): string => `ensure registry_value('HKLM\\SOFTWARE\\${key}', "a") { data: ${data} }`;
const key = (path: string, how: string): string => `ensure registry_key('HKLM\\SOFTWARE\\${path}') ${how}`;
const file = (path: string, how: string): string => `ensure file('C:\\Contoso\\${path}') ${how}`;
const folder = (path: string, how: string): string => `ensure directory('C:\\Contoso${path}') ${how}`;
const line = (text: string, how: string): string => `ensure file_line('C:\\Contoso\\a.conf', "${text}") ${how}`;

test.each([
  ["a value goes with its key", [value("A\\B"), key("A", "absent")]],
  ["and makes it", [key("A", "absent"), value("A\\B")]],
  ["a file goes with its folder", [file("a\\b.txt", '{ content: "b" }'), folder("\\a", "absent")]],
  ["and makes it", [folder("\\a", "absent"), file("a\\b.txt", '{ content: "b" }')]],
  ["a line goes with another one's pattern", [line("mode=fast", "present"), line("mode=slow", "{ pattern: '^mode=' }")]],
  ["a shortcut is a file", ["ensure shortcut('C:\\Contoso\\a.lnk') { target: 'C:\\Contoso\\a.exe' }", file("a.lnk", "absent")]],
])("%s: two that undo each other", async (_title, statements) => {
  expect(await refute(...statements)).toContain("nothing_undone");
});

test.each([
  ["keys beside each other", [value("A\\B"), key("A\\C", "absent")]],
  ["two views", [`ensure registry_value('HKLM\\SOFTWARE\\A', "a", view: 32) { data: 1 }`, key("A", "absent")]],
  ["folders whose names begin alike", [file("ab\\c.txt", '{ content: "c" }'), folder("\\a", "absent")]],
  ["lines that no pattern matches", [line("mode=fast", "{ pattern: '^mode=' }"), line("size=1", "{ pattern: '^size=' }")]],
  [
    "bits of one value",
    [
      `ensure registry_value('HKLM\\SOFTWARE\\A', "a") { has_bits: 0x20 }`,
      `ensure registry_value('HKLM\\SOFTWARE\\A', "a") { lacks_bits: 0x1 }`,
    ],
  ],
])("%s leave each other alone", async (_title, statements) => {
  expect(await refute(...statements)).toEqual([]);
});

test("a key with what policies set comes again with their refresh, any other does not", async () => {
  expect(await refute(key("Policies\\Contoso", "absent"))).toEqual(["converges"]);
  expect(await refute(key("Contoso", "absent"))).toEqual([]);
});

test("what reads what goes with another thing is looked at together with that", async () => {
  const old = "registry_value('HKLM\\SOFTWARE\\A\\B', \"old\").exists";
  const guarded = `when ${old} { ${value("C")} } else { ${value("C", "2")} }`;
  expect(await refute(guarded, key("A", "absent"))).toContain("idempotent");
  expect(await refute(guarded, key("D", "absent"))).toEqual([]);
});

test("a verb of which its kind tells what it does helps, or does not", async () => {
  const clear = (condition: string): string => `check "There are no logs" { ${condition} } fix { clear directory('C:\\Contoso\\Logs') }`;
  const [exists, count] = ["directory('C:\\Contoso\\Logs').exists", "directory('C:\\Contoso\\Logs').file_count"];
  expect(await refute(clear(`not ${exists} or ${count} == 0`))).toEqual([]);
  expect(await refute(clear(`${exists} and ${count} == 0`))).toContain("converges");
});
