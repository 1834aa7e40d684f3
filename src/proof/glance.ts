import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { kindModels } from "../generated/kind-models.ts";
import type { Plan } from "../plan/plan.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import { findRefutations } from "./report/findings.ts";
import { provePlan } from "./prove.ts";

/** How many ways through single statements are walked for the remedies of one file: what takes 200 ms at most. Counted, so that all machines find the same. */
const GLANCE = 2_000;

/** What a short look at the remedies of a file refutes of the built-in properties. Of what it does not come to, and of promises, it says nothing. */
export function glanceAt(plans: readonly Plan[], catalog: Catalog): Diagnostic[] {
  let left = GLANCE;
  return plans.flatMap((plan, i) => {
    const budget = Math.ceil(left / (plans.length - i));
    const proof = provePlan({ ...plan, promises: [] }, catalog, kindModels, { budget, mayBeDisturbed: true });
    left -= proof.ways;
    return findRefutations(proof, "error");
  });
}
