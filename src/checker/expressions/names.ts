import type { Binding } from "../../binder/binding.ts";
import { describeBinding, findDeclaration } from "../../binder/binding.ts";
import { suggestName } from "../../binder/did-you-mean.ts";
import { listBindings } from "../../binder/scope.ts";
import { findMeant } from "../../diagnostics/words-of-other-tools.ts";
import type { NameExpression } from "../../syntax/expressions.ts";
import type { Symbol } from "../checked-program.ts";
import { markUsed, report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { getElementType, getFormalType } from "../declarations/declared-types.ts";
import { useLet } from "../declarations/lets.ts";
import { someFact } from "../narrowing/facts.ts";
import { getReferenceKey } from "../narrowing/reference-key.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { describeMembers } from "../types/describe.ts";
import { boolType, errorType, resourceType } from "../types/operations.ts";
import type { Expected } from "../types/operations.ts";

/**
 * A bare word. Where an enum is expected a member's name is always that member (LANGUAGE, Types and literals), also when something declared
 * has the same name; any other word there may be a parameter or a let of that enum.
 */
export function checkName(context: CheckContext, place: Place, expression: NameExpression, hint: Expected | undefined): Type {
  const { name } = expression;
  const whole = hint?.kind === "optional" ? hint.of : hint;
  // A word where a list of words is expected lacks its brackets, and nothing else.
  const expected = whole?.kind === "list" && whole.element.kind === "enum" ? whole.element : whole;
  if (expected?.kind === "enum" && expected.members.some((member) => member.name === name.text)) {
    const symbol: Symbol = { kind: "enum-member", name: name.text };
    context.symbols.set(name, symbol);
    context.resolutions.set(expression, { kind: "name", symbol });
    return expected;
  }
  const binding = context.bound.bindings.get(name);
  if (binding) return useBinding(context, place, expression, binding);
  const scope = context.bound.unbound.get(name);
  // What is expected is wrong itself and has been reported: it may well be a word of that.
  if (!scope || name.text === "" || expected?.kind === "error") return errorType;
  const visible = listBindings(scope)
    .filter((candidate) => candidate.kind !== "part")
    .map((candidate) => candidate.name);
  if (expected?.kind === "bool") visible.unshift("true", "false");
  if (expected?.kind === "enum") {
    const { hint: guess, details } = suggestName(
      name.text,
      expected.members.map((member) => member.name),
      name.span,
    );
    report(context, "RMD3015", name.span, { name: name.text, type: expected.id, members: describeMembers(expected), hint: guess }, details);
    return errorType;
  }
  if (!isFileComplete(context, expression)) return errorType;
  const { hint: guess, details } = suggestName(
    name.text,
    visible,
    name.span,
    describeOutcome(place, name.text) ?? describeInner(context, expression) ?? describeStrayWord(context, name.text),
  );
  report(context, "RMD2001", name.span, { kind: "name", name: name.text, hint: guess }, details);
  return errorType;
}

/** The type of a use of something declared; the use is noted. */
function useBinding(context: CheckContext, place: Place, expression: NameExpression, binding: Binding): Type {
  const { name } = expression;
  markUsed(context, name.span.file, binding);
  switch (binding.kind) {
    case "part":
      report(
        context,
        "RMD2008",
        name.span,
        { name: binding.name, what: describeBinding(binding), wanted: "a value", hint: ` Write 'use ${binding.name}(…)' as a statement.` },
        relatedTo(binding),
      );
      return errorType;
    case "let":
      noteSymbol(context, expression, binding, { kind: "let", name: binding.name, node: binding.node });
      return narrow(context, place, expression, useLet(context, place, binding.node, name));
    case "param":
    case "formal": {
      const type = getFormalType(context, binding.node);
      noteSymbol(context, expression, binding, { kind: binding.kind, name: binding.name, node: binding.node, type });
      return narrow(context, place, expression, type);
    }
    case "element": {
      const type = getElementType(context, binding.node);
      noteSymbol(context, expression, binding, { kind: "element", name: binding.name, node: binding.node, type });
      return type;
    }
    case "resource-kind": {
      const { resourceKind } = binding;
      noteSymbol(context, expression, binding, { kind: "resource-kind", name: binding.name, resourceKind });
      if (!resourceKind.singleton) {
        report(context, "RMD3012", name.span, {
          text: binding.name,
          example: `${binding.name}(${resourceKind.keys
            .filter((key) => key.required)
            .map((key) => key.name)
            .join(", ")})`,
        });
        return errorType;
      }
      context.resolutions.set(expression, { kind: "resource", resourceKind, keys: new Map(), filters: [] });
      return resourceType(resourceKind);
    }
    case "secret-store":
      report(context, "RMD3023", name.span, { text: name.text });
      return errorType;
    case "changed":
      if (place.zone === "scenario" || place.zone === "constant") {
        report(context, "RMD3025", name.span, { what: "This value" });
        return errorType;
      }
      noteSymbol(context, expression, binding, { kind: "changed", name: binding.name });
      return boolType;
    default:
      return binding satisfies never;
  }
}

/** Notes what a name stands for; all uses of one binding share one symbol. */
function noteSymbol(context: CheckContext, expression: NameExpression, binding: Binding, symbol: Symbol): void {
  const shared = context.symbolOf.get(binding) ?? symbol;
  context.symbolOf.set(binding, shared);
  context.symbols.set(expression.name, shared);
  context.resolutions.set(expression, { kind: "name", symbol: shared });
}

/** `T` of `T?` where a guard has shown that the value is not none. */
function narrow(context: CheckContext, place: Place, expression: NameExpression, type: Type): Type {
  if (type.kind !== "optional" || place.facts.size === 0) return type;
  const key = getReferenceKey(context, expression);
  return key !== undefined && place.facts.has(someFact(key)) ? type.of : type;
}

function relatedTo(binding: Binding) {
  const declaration = findDeclaration(binding);
  return declaration ? { related: [{ message: `'${binding.name}' is declared here.`, span: declaration.span }] } : {};
}

function isFileComplete(context: CheckContext, expression: NameExpression): boolean {
  const file = context.bound.loaded.files.find((candidate) => candidate.node.source === expression.span.file);
  return file?.complete ?? true;
}

/** A scenario describes a machine with names of its file; those of a remedy are seen in the remedy alone. */
function describeInner(context: CheckContext, { name, span }: NameExpression): string | undefined {
  const file = context.bound.loaded.files.find((candidate) => candidate.node.source === span.file);
  for (const declaration of file?.node.declarations ?? []) {
    if (declaration.kind !== "remedy") continue;
    for (const member of declaration.members) {
      const declared = member.kind === "let" ? member.name : member.kind === "param" ? member.formal.name : undefined;
      if (declared?.text !== name.text) continue;
      const way = member.kind === "let" ? "Declare it above the remedy." : "Write the value itself.";
      return ` The ${member.kind} of that name is seen in remedy '${declaration.name.text}' alone. ${way}`;
    }
  }
  return undefined;
}

/** Words of some enum are often written where nothing says which enum. */
function describeStrayWord(context: CheckContext, word: string): string {
  for (const kind of context.kinds.values()) {
    for (const property of kind.properties) {
      if (property.type.kind === "enum" && property.type.members.some((member) => member.name === word)) {
        return ` '${word}' is a word for '${kind.name}.${property.name}' and stands only where that is expected.`;
      }
    }
  }
  return " Declare it with 'let' or 'param', or put text in quotes.";
}

/** `expect succeeded`: an outcome without the run whose it is. */
function describeOutcome({ zone }: Place, word: string): string | undefined {
  if (zone !== "scenario") return undefined;
  const run = { detect: ["compliant", "noncompliant"], fix: ["succeeded", "restart_needed", "blocked", "failed"] };
  const find = (outcomes: readonly string[]): string | undefined => (outcomes.includes(word) ? word : findMeant(word, outcomes));
  const [detect, fix] = [find(run.detect), find(run.fix)];
  if (fix !== undefined) return ` Write 'expect fix ${fix}'.`;
  return detect === undefined ? undefined : ` Write 'expect detect ${detect}'.`;
}
