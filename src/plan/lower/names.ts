import type { CheckedProgram } from "../../checker/checked-program.ts";
import type { RemedyNode } from "../../syntax/file.ts";
import type { Plan, PlanExpression } from "../plan.ts";
import type { Environment, Lowered } from "./environment.ts";
import { lowerAny } from "./expressions.ts";

/**
 * The texts that `let`s and fixed parameters stand for: a text or path itself, or the only text that a resource is named by (the pattern of `package(name matches …)`). What holds
 * a run-time part has none.
 */
export function collectNames(program: CheckedProgram, remedy: RemedyNode, outer: Environment): Plan["names"] {
  const declared = program.entry.declarations.flatMap((one) => (one.kind === "let" ? [one] : []));
  const lets = [...declared, ...remedy.members.flatMap((member) => (member.kind === "let" ? [member] : []))];
  // What is found here has been found, or will be, where the name is used.
  const environment: Environment = { ...outer, session: { ...outer.session, diagnostics: [] } };
  const named = lets.flatMap((one) => {
    const text = textOfLowered(lowerAny(one.value, undefined, environment));
    return text === undefined ? [] : [{ name: one.name.text, text }];
  });
  const fixed = [...outer.session.fixed].flatMap(([formal, value]) =>
    value.kind === "string" || value.kind === "path" ? [{ name: formal.name.text, text: value.value }] : [],
  );
  return [...fixed, ...named];
}

function textOfLowered(lowered: Lowered): string | undefined {
  if (lowered.kind === "value") return constantTextOf(lowered.expression);
  if (lowered.kind !== "resource" || lowered.resource.kind !== "named") return undefined;
  const [text, ...more] = [...lowered.resource.keys, ...lowered.resource.filters].flatMap(({ value }) => constantTextOf(value) ?? []);
  return more.length === 0 ? text : undefined;
}

function constantTextOf(expression: PlanExpression): string | undefined {
  if (expression.kind !== "constant") return undefined;
  const { value } = expression;
  return value.kind === "string" || value.kind === "path" ? value.value : undefined;
}
