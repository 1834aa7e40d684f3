import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { printSubject } from "../print-remedy.ts";
import { found } from "./finding.ts";
import type { Check } from "./finding.ts";

/** Where detection and fix speak of different things. */
export const checkAgreement: Check = ({ detection, remediation, pair }) => {
  if (!remediation) return [];
  const findings: Diagnostic[] = [];
  const isTurned = isInverted(pair);
  if (isTurned)
    findings.push(
      found(
        "RMD8825",
        detection,
        { start: 0, end: 0 },
        {
          reason:
            "the detection ends with 0 where the fix has not done its work, and with another code where it has; the two are the wrong way round",
        },
      ),
    );
  for (const { literal, act, detected, fixed } of pair.disagreements) {
    const what = printSubject(literal.atom.subject);
    if (act && !isTurned) findings.push(found("RMD8821", detection, literal.atom, { what, detected, fixed }));
    else if (!act && (pair.remediation?.leftovers.length ?? 0) === 0) findings.push(found("RMD8822", detection, literal.atom, { what }));
  }
  for (const act of pair.untested) findings.push(found("RMD8823", remediation, act, { what: printSubject(act.subject) }));
  return findings;
};

/** Whether each thing that both know is wanted the other way round by the detection. */
function isInverted({ disagreements, states }: Parameters<Check>[0]["pair"]): boolean {
  const known = states.filter(({ literals, acts }) => literals.length > 0 && acts.length > 0);
  const turned = disagreements.filter(
    ({ act, detected, fixed }) =>
      act &&
      (detected === `other than ${fixed}` || (detected === "absent" && fixed === "there") || (detected === "there" && fixed === "absent")),
  );
  return known.length > 0 && known.every(({ literals }) => turned.some(({ literal }) => literals.includes(literal)));
}
