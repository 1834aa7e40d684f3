import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.ts";
import { PROPERTY_CODES } from "../properties.ts";
import type { Proof } from "../prove.ts";
import { groupCauses } from "../causes.ts";
import type { ToldProof } from "./told.ts";

/** What a proof finds, as diagnostics: what is refuted as grave as `severity` says, what the remedy accepts as a note. */
export function findRefutations({ plan, counterexamples }: Proof, severity: Severity): Diagnostic[] {
  return groupCauses(counterexamples).map(([found, ...others]) => {
    const accepted = plan.accepted.find(({ property }) => property === found.property);
    const cause = found.cause === undefined ? "" : `: ${found.cause}`;
    const more = others.length === 0 ? "" : `, and in ${others.length} other way${others.length === 1 ? "" : "s"}`;
    const args = {
      remedy: plan.remedy.name,
      what: `${found.summary}${cause}${more}${accepted ? `. It is accepted: ${accepted.reason}` : ""}`,
    };
    const promise = plan.promises.find(({ title }) => title === found.promise);
    const blamed = found.node?.origin.span;
    const span = promise?.origin.span ?? blamed ?? plan.remedy.origin.span;
    const related = promise && blamed ? [{ message: "this did it", span: blamed }] : [];
    return { ...createDiagnostic(PROPERTY_CODES[found.property], span, args, { related }), severity: accepted ? "note" : severity };
  });
}

/** What was not looked at to its end, promises that nothing can break, and what a finished proof finds to be accepted for nothing. */
export function findRemarks({ plan, counterexamples, promises, isComplete }: Proof, { unfinished }: ToldProof): Diagnostic[] {
  const needless = isComplete ? plan.accepted.filter(({ property }) => !counterexamples.some((found) => found.property === property)) : [];
  return [
    ...unfinished.map(({ about, isFull, widest }) => {
      const most = widest.map(({ label, classes }) => `${label} (${classes} classes)`).join(", ");
      const advice = most === "" ? "" : ` What multiplies its states most: ${most}.`;
      return createDiagnostic(isFull ? "RMD9015" : "RMD9009", plan.remedy.origin.span, { remedy: plan.remedy.name, about, advice });
    }),
    ...plan.promises
      .filter(({ title }) => promises.some((one) => one.title === title && !one.canBreak))
      .map(({ title, origin }) => createDiagnostic("RMD9016", origin.span, { remedy: plan.remedy.name, title })),
    ...needless.map(({ property, origin }) => createDiagnostic("RMD9010", origin.span, { remedy: plan.remedy.name, property })),
  ];
}
