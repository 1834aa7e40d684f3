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

/** What no remedy raises, but the model of a kind: `properties.test.ts` raises RMD9003. */
const OF_MODELS = ["RMD9003", "RMD9011"];
const codes = Object.keys(proofDiagnostics).filter((code) => !OF_MODELS.includes(code));

async function found(text: string, budget: number, room?: number): Promise<readonly Diagnostic[]> {
  const proof = provePlan(await planText(text), catalog, kindModels, {
    budget,
    mayBeDisturbed: true,
    ...(room === undefined ? {} : { room }),
  });
  return [...findRefutations(proof, "error"), ...findRemarks(proof, tellProof(proof, 0))];
}

test.each(codes)("the example of %s raises it, and its repair is proved", async (code) => {
  const page = readFileSync(new URL(`../../src/diagnostics/pages/${code}.md`, import.meta.url), "utf8");
  const [example = "", repaired = ""] = [...page.matchAll(/```remedy\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
  const budget = Number(/--budget (\d+)/.exec(page)?.[1] ?? 100_000);
  // What takes 300 MB is not for a test: less may be kept.
  const raised = (await found(example, budget, code === "RMD9015" ? 100_000 : undefined)).filter((one) => one.code === code);
  expect(raised.map(({ message }) => message).join("\n")).toMatch(/^(?:No run of )?'sample' .*[^.]\.$/);
  // What a page quotes is what is said, whatever is counted.
  const plain = (text: string): string => text.replace(/\d+ classes/g, "classes");
  for (const [, quoted = ""] of page.matchAll(/^warning RMD\d{4}: (.*)$/gm))
    expect(raised.map(({ message }) => plain(message))).toContain(plain(quoted));
  expect((await found(repaired, 100_000)).map(({ message }) => message)).toEqual([]);
});
