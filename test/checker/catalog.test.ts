import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { nameDiagnostics } from "../../src/diagnostics/catalog/names.ts";
import { planDiagnostics } from "../../src/diagnostics/catalog/plan.ts";
import { typeDiagnostics } from "../../src/diagnostics/catalog/types.ts";
import type { FileContent } from "../../src/source/host.ts";
import { checkProgram } from "../../src/checker/check.ts";
import { applySuggestion, checkFiles, completeRemedy } from "./support.ts";

/** The codes that the binder and the checker raise. */
const codes = [
  ...Object.keys(nameDiagnostics),
  ...Object.keys(typeDiagnostics),
  ...Object.keys(planDiagnostics).filter((code) => code.startsWith("RMD41") && code !== "RMD4133"),
  "RMD5009",
  "RMD5010",
];

const part = 'part tls12() { ensure tls("1.2") { client: on, server: on } }\n';

/** The files beside an example. */
const beside: { readonly [path: string]: string | FileContent } = {
  "tls12.remedy": part,
  "tls12-copy.remedy": part,
  "tls12.txt": part,
  "circle.remedy": 'import "./main.remedy"\npart other() { use tls12() }\n',
  ...Object.fromEntries(
    Array.from({ length: 250 }, (_, i) => [
      `part${i + 1}.remedy`,
      `import "./part${i + 2}.remedy"\npart part${i + 1}() { use part${i + 2}() }\n`,
    ]),
  ),
  "locked.remedy": { kind: "unreadable", reason: "permission denied" },
};

function readPage(code: string): string {
  return readFileSync(new URL(`../../src/diagnostics/pages/${code}.md`, import.meta.url), "utf8");
}

/** The fenced remedies of a page: first the example, last the repaired one. */
function readSamples(page: string): { readonly example: string; readonly repaired: string } {
  const blocks = [...page.matchAll(/```remedy\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
  expect(blocks.length).toBeGreaterThanOrEqual(2);
  return { example: completeRemedy(blocks[0] ?? ""), repaired: completeRemedy(blocks.at(-1) ?? "") };
}

function fail(): never {
  throw new Error("the properties are gone");
}

async function raise(
  code: string,
  text: string,
): Promise<readonly { readonly code: string; readonly severity: string; readonly message: string }[]> {
  const checked = await checkFiles({ ...beside, "main.remedy": text });
  if (code !== "RMD3999") return checked.diagnostics;
  // A crash cannot be written in a remedy: a catalogue whose properties cannot be read stands in for a fault of the checker.
  const broken = Object.fromEntries(
    Object.entries(checked.loaded.catalog.kinds).map(([name, kind]) => [
      name,
      Object.defineProperty({ ...kind }, "properties", { get: fail }),
    ]),
  );
  return checkProgram({ ...checked.loaded, builtIn: { kinds: broken }, catalog: { kinds: broken } }).diagnostics;
}

describe("every code of binder and checker", () => {
  test("the catalog has the codes of these rooms", () => {
    expect(codes.length).toBeGreaterThan(80);
  });

  test.each(codes)("%s has a page whose example raises it and whose repair does not", async (code) => {
    expect(existsSync(new URL(`../../src/diagnostics/pages/${code}.md`, import.meta.url))).toBe(true);
    const page = readPage(code);
    expect(page.startsWith(`# ${code}: `)).toBe(true);
    const { example, repaired } = readSamples(page);
    expect((await raise(code, example)).map((diagnostic) => diagnostic.code)).toContain(code);
    const after = (await checkFiles({ ...beside, "main.remedy": repaired })).diagnostics;
    expect(
      after.filter((diagnostic) => diagnostic.severity === "error" || diagnostic.code === code).map((diagnostic) => diagnostic.message),
    ).toEqual([]);
  });

  test.each(codes)("%s suggests only what repairs it", async (code) => {
    const { example } = readSamples(readPage(code));
    const found = (await checkFiles({ ...beside, "main.remedy": example })).diagnostics.filter(
      (diagnostic) => diagnostic.code === code && diagnostic.suggestion,
    );
    for (const diagnostic of found) {
      const repaired = applySuggestion(example, diagnostic);
      expect(repaired).not.toBe(example);
      const after = (await checkFiles({ ...beside, "main.remedy": repaired })).diagnostics.filter(
        (other) => other.code === code || other.code.startsWith("RMD1"),
      );
      expect(after.length).toBe(found.length - 1);
    }
  });

  test.each(codes)("%s speaks in whole sentences", async (code) => {
    const found = (await raise(code, readSamples(readPage(code)).example)).filter((diagnostic) => diagnostic.code === code);
    expect(found.length).toBeGreaterThan(0);
    for (const { message } of found) {
      expect(message).toMatch(/^['A-Za-z%0-9].*[.?]$/s);
      expect(message).not.toMatch(/undefined|\[object|\uE000| {2}/);
    }
  });
});
