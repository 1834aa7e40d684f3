import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasErrors } from "../../src/diagnostics/diagnostic.ts";
import { lowerRemedy } from "../../src/plan/lower/remedy.ts";
import { standalone } from "../../src/targets/standalone.ts";
import { checkFiles } from "./support.ts";

const example = readFileSync(new URL("../../examples/entra-provisioning-agent.remedy", import.meta.url), "utf8");
const parts = Object.fromEntries(
  [...example.matchAll(/import "\.\/(.*?)"/g)].map((match) => [
    match[1] ?? "",
    readFileSync(new URL(`../../examples/${match[1] ?? ""}`, import.meta.url), "utf8"),
  ]),
);
const words = example.match(/[A-Za-z_]+|\S/g) ?? [];

/** Changes of a text that leave most of it readable: a word replaced by, removed before, or put before another of the same text. */
const mutation = fc.array(
  fc.record({ at: fc.nat(words.length - 1), by: fc.nat(words.length - 1), how: fc.constantFrom("replace", "remove", "insert", "swap") }),
  { minLength: 1, maxLength: 6 },
);

describe("any change of the long example", () => {
  test("is checked without a crash, with findings inside the text", async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (changes) => {
        const tokens = [...example.matchAll(/\s+|[A-Za-z_]+|\S/g)].map((match) => match[0]);
        const solid = tokens.flatMap((token, i) => (token.trim() === "" ? [] : [i]));
        for (const { at, by, how } of changes) {
          const i = solid[at % solid.length] ?? 0;
          const word = words[by] ?? "";
          if (how === "replace") tokens[i] = word;
          else if (how === "remove") tokens[i] = "";
          else if (how === "insert") tokens[i] = `${word} ${tokens[i] ?? ""}`;
          else tokens[i] = tokens[solid[by % solid.length] ?? 0] ?? "";
        }
        const text = tokens.join("");
        const { diagnostics } = await checkFiles({ ...parts, "main.remedy": text });
        expect(diagnostics.filter((diagnostic) => diagnostic.code === "RMD3999").map((diagnostic) => diagnostic.message)).toEqual([]);
        for (const { span, suggestion } of diagnostics) {
          for (const each of [...(span ? [span] : []), ...(suggestion?.edits.map((edit) => edit.span) ?? [])]) {
            expect(each.start).toBeGreaterThanOrEqual(0);
            expect(each.end).toBeLessThanOrEqual(each.file.text.length);
            expect(each.start).toBeLessThanOrEqual(each.end);
          }
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test("can be lowered when nothing is wrong with it", async () => {
    const code = example.replace(/^\s*\/\/.*$/gm, "");
    const tokens = [...code.matchAll(/\s+|'[^'\n]*'|"[^"\n]*"|[A-Za-z_]+|[0-9][0-9A-Za-z.]*|[=!<>]=|\?\?|\S/g)].map((match) => match[0]);
    const solid = tokens.flatMap((token, i) => (token.trim() === "" ? [] : [i]));
    const spare = ["==", "!=", "<", ">=", "and", "or", "not", "true", "5", "absent", "present", "1.0", "30s", "4GB", "changed", ""];
    let lowered = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...solid),
        fc.oneof(
          fc.constantFrom(...spare),
          fc.constantFrom(...solid).map((i) => tokens[i] ?? ""),
        ),
        async (at, word) => {
          const text = tokens.map((token, i) => (i === at ? word : token)).join("");
          const { diagnostics, program } = await checkFiles({ ...parts, "main.remedy": text });
          if (hasErrors(diagnostics)) return;
          for (const remedy of program.remedies) lowered += lowerRemedy(program, remedy, standalone, new Map()).value.steps.length;
        },
      ),
      { numRuns: 300, seed: 20_261_123 },
    );
    expect(lowered).toBeGreaterThan(0);
  }, 60_000);
});
