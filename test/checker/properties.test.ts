import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkFiles } from "./support.ts";

const example = readFileSync(new URL("../../examples/entra-provisioning-agent.remedy", import.meta.url), "utf8");
const parts = Object.fromEntries(
  [...example.matchAll(/import "\.\/(.*?)"/g)].map((match) => [match[1] ?? "", readFileSync(new URL(`../../examples/${match[1] ?? ""}`, import.meta.url), "utf8")]),
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
      { numRuns: 400 },
    );
  }, 60_000);
});
