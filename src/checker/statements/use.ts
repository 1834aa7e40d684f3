import { suggestName } from "../../binder/did-you-mean.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { FormalNode, PartNode } from "../../syntax/file.ts";
import type { UseNode } from "../../syntax/statements.ts";
import { markUsed, report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { getFormalType } from "../declarations/declared-types.ts";
import { checkExpression } from "../expressions/check-expression.ts";
import { expectType } from "../expressions/expect-type.ts";
import { needUser } from "../narrowing/user-access.ts";
import type { Place } from "../place.ts";

/** `use name(…)`: each argument fits the type that the part declares; what the part needs of a person's hive is needed here. */
export function checkUse(context: CheckContext, place: Place, statement: UseNode): void {
  const part = context.bound.parts.get(statement);
  const call = statement.part.kind === "call" ? statement.part : undefined;
  if (!part) {
    for (const argument of call?.arguments ?? [])
      if (argument.kind === "positional-argument") checkExpression(context, place, argument.value);
    return;
  }
  const callee = call ? call.callee : statement.part;
  if (callee.kind === "name-expression") {
    const binding = context.bound.bindings.get(callee.name);
    if (binding) markUsed(context, callee.span.file, binding);
    context.symbols.set(callee.name, { kind: "part", name: part.name.text, node: part });
  }
  const given = matchFormals(context, place, statement, part);
  const missing: string[] = [];
  for (const formal of part.formals) {
    const value = given.get(formal);
    const type = getFormalType(context, formal);
    if (value) expectType(context, place, value, type);
    else if (formal.defaultValue) given.set(formal, formal.defaultValue);
    else if (type.kind !== "optional" && type.kind !== "error") missing.push(`'${formal.name.text}'`);
  }
  if (missing.length > 0) {
    report(
      context,
      "RMD3008",
      statement.part.span,
      { what: `part '${part.name.text}'`, missing: `the argument ${missing.join(" and ")}` },
      declaredAt(part),
    );
  }
  context.uses.set(statement, { part, arguments: given });
  needUser(context, place.user, { kind: "part", part, hive: false, span: statement.span }, statement.span);
}

function matchFormals(context: CheckContext, place: Place, statement: UseNode, part: PartNode): Map<FormalNode, Expression> {
  const given = new Map<FormalNode, Expression>();
  const what = `part '${part.name.text}'`;
  let position = 0;
  for (const argument of statement.part.kind === "call" ? statement.part.arguments : []) {
    if (argument.kind === "filter-argument") {
      report(context, "RMD3020", argument.span, { what, name: argument.property.text, hint: "" });
      continue;
    }
    const name = argument.kind === "named-argument" ? argument.name.text : undefined;
    const formal = name === undefined ? part.formals[position++] : part.formals.find((candidate) => candidate.name.text === name);
    if (formal) {
      const first = given.get(formal);
      if (first)
        report(
          context,
          "RMD3011",
          argument.span,
          { what, name: formal.name.text },
          { related: [{ message: "It is given here first.", span: first.span }] },
        );
      else given.set(formal, argument.value);
    } else if (argument.kind === "named-argument") {
      const { hint, details } = suggestName(
        argument.name.text,
        part.formals.map((candidate) => candidate.name.text),
        argument.name.span,
      );
      report(
        context,
        "RMD3009",
        argument.name.span,
        { what, noun: "argument", name: argument.name.text, hint },
        { ...declaredAt(part), ...details },
      );
    } else {
      checkExpression(context, place, argument.value);
      report(context, "RMD3010", argument.span, { what, count: part.formals.length, noun: "argument" }, declaredAt(part));
    }
  }
  return given;
}

function declaredAt(part: PartNode) {
  return { related: [{ message: `Part '${part.name.text}' is declared here.`, span: part.name.span }] };
}
