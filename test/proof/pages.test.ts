import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { proofDiagnostics } from "../../src/diagnostics/catalog/proof.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { kindModels } from "../../src/generated/kind-models.ts";
import { findRefutations, findRemarks } from "../../src/proof/report/findings.ts";
import { provePlan } from "../../src/proof/prove.ts";
import { tellProof } from "../../src/proof/report/told.ts";
import { catalog } from "../checker/support.ts";
import { planText } from "../plan/support.ts";

/** RMD9003 no remedy raises: `properties.test.ts` does by a model that contradicts itself. */
const codes = Object.keys(proofDiagnostics).filter((code) => code !== "RMD9003");

async function found(text: string, budget: number): Promise<readonly Diagnostic[]> {
  const proof = provePlan(await planText(text), catalog, kindModels, { budget, mayBeDisturbed: true });
  return [...findRefutations(proof, "error"), ...findRemarks(proof, tellProof(proof, 0))];
}

test.each(codes)("the example of %s raises it, and its repair is proved", async (code) => {
  const page = readFileSync(new URL(`../../src/diagnostics/pages/${code}.md`, import.meta.url), "utf8");
  const [example = "", repaired = ""] = [...page.matchAll(/```remedy\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
  const budget = Number(/--budget (\d+)/.exec(page)?.[1] ?? 100_000);
  const raised = (await found(example, budget)).filter((one) => one.code === code);
  expect(raised.map(({ message }) => message).join("\n")).toMatch(/^'sample' .*[^.]\.$/);
  // What a page quotes is what is said, whatever is counted.
  const plain = (text: string): string => text.replace(/\d+ classes/g, "classes");
  for (const [, quoted = ""] of page.matchAll(/^warning RMD\d{4}: (.*)$/gm))
    expect(raised.map(({ message }) => plain(message))).toContain(plain(quoted));
  expect((await found(repaired, 100_000)).map(({ message }) => message)).toEqual([]);
});
