import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { CheckedProgram } from "../../checker/checked-program.ts";
import type { Value } from "../../checker/value.ts";
import { showValue } from "../../checker/values.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../../diagnostics/diagnostic.ts";
import { hashHex } from "../../source/sha256.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { EntryNode, FormalNode, RemedyNode, StepNode } from "../../syntax/file.ts";
import type { Target } from "../../targets/target.ts";
import { checkContradictions } from "../checks/contradictions.ts";
import { checkParameterNames } from "../checks/parameter-names.ts";
import { checkAddresses } from "../checks/addresses.ts";
import { checkPaths } from "../checks/paths.ts";
import { checkReboots } from "../checks/reboots.ts";
import { checkPowerShell } from "../checks/powershell-blocks.ts";
import type { Plan, PlanParameter, PlanRemedy, PlanStep } from "../plan.ts";
import { spreadProvides } from "../provides.ts";
import { truthOf } from "../simplify.ts";
import { checkSize } from "../checks/size.ts";
import { coerceValue } from "./coerce.ts";
import { originOf } from "./environment.ts";
import type { Environment, LowerSession } from "./environment.ts";
import { lowerValueExpression, toCatalogType } from "./expressions.ts";
import { collectNames } from "./names.ts";
import { lowerActionStatements, lowerGuard, lowerStatements } from "./statements.ts";

/** What a build is given for one remedy: values of its parameters by their node, already checked by type. */
export type ParameterValues = ReadonlyMap<FormalNode, Value>;

/**
 * Lowers one remedy for one target. The program must have no errors. The plan is complete; diagnostics are findings that only the inlined,
 * folded whole shows (contradictions, relative paths, parameter names).
 */
export function lowerRemedy(program: CheckedProgram, remedy: RemedyNode, target: Target, given: ParameterValues): WithDiagnostics<Plan> {
  const diagnostics: Diagnostic[] = [...checkSize(program, remedy)];
  if (hasErrors(diagnostics)) remedy = { ...remedy, members: remedy.members.filter((member) => member.kind !== "step") };
  const base: LowerSession = {
    program,
    fixed: new Map(),
    diagnostics,
    variables: new Set(),
    counter: { step: "", item: 0 },
    work: { done: 0, ofArguments: new WeakMap() },
  };
  const params = remedy.members.flatMap((member) => (member.kind === "param" ? [member] : []));
  const named = findNamingParameters(remedy, program);
  const defaults = new Map(
    params.map((param) => [
      param.formal,
      given.get(param.formal) ?? defaultValue(param.formal, { session: base, bindings: new Map(), via: [] }),
    ]),
  );
  const isFixed = (formal: FormalNode): boolean => !target.passesParameters || named.has(formal) || !canBePassed(formal, program);
  const fixed = new Map([...defaults].filter(([formal]) => isFixed(formal)));
  const environment: Environment = { session: { ...base, fixed }, bindings: new Map(), via: [] };
  const steps = spreadProvides(remedy.members.flatMap((member) => (member.kind === "step" ? [lowerStep(member, environment)] : [])));
  const info = lowerMetadata(remedy, environment);
  const plan: Plan = {
    remedy: info,
    target: target.name,
    sources: [
      program.entry.source,
      ...program.files
        .filter((file) => file !== program.entry)
        .map((file) => file.source)
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    ],
    parameters: params
      .filter((param) => !isFixed(param.formal))
      .map((param): PlanParameter => ({
        name: param.formal.name.text,
        type: catalogTypeOfFormal(param.formal, program),
        optional: isOptional(param.formal, program),
        defaultValue: defaults.get(param.formal) ?? { kind: "none" },
        documentation: param.documentation,
        origin: originOf(param.span, environment),
      })),
    fixed: [...fixed].map(([formal, value]) => ({ name: formal.name.text, value })),
    names: collectNames(program, remedy, environment),
    steps,
    fingerprint: fingerprint(info.version, fixed),
  };
  return {
    value: plan,
    diagnostics: [
      ...diagnostics,
      ...checkContradictions(plan),
      ...checkPaths(plan, target),
      ...checkAddresses(plan),
      ...checkParameterNames(plan),
      ...checkReboots(plan),
      ...(program.hasCode ? checkPowerShell(plan) : []),
    ],
  };
}

function lowerStep(step: StepNode, outer: Environment): PlanStep {
  const session: LowerSession = { ...outer.session, counter: { step: step.name.text, item: 0 } };
  const environment: Environment = { ...outer, session };
  const guard = step.guard ? lowerGuard(step.guard, environment) : undefined;
  const truth = guard && truthOf(guard.condition);
  const onFailure = step.body.statements.flatMap((statement) =>
    statement.kind === "on-failure" ? lowerActionStatements(statement.actions.statements, environment) : [],
  );
  return {
    name: step.name.text,
    title: constantText(step.title, environment),
    guard: truth === undefined ? guard : undefined,
    body: truth === false ? [] : lowerStatements(step.body.statements, environment),
    onFailure,
    origin: originOf(step.span, environment),
  };
}

function lowerMetadata(remedy: RemedyNode, environment: Environment): PlanRemedy {
  const entries = new Map(
    remedy.members.flatMap((member): [string, EntryNode][] => (member.kind === "entry" ? [[member.name.text, member]] : [])),
  );
  const textOf = (name: string): string | undefined => {
    const entry = entries.get(name);
    return entry && constantText(entry.value, environment);
  };
  return {
    name: remedy.name.text,
    title: textOf("title") ?? remedy.name.text,
    version: textOf("version") ?? "0.0",
    publisher: textOf("publisher"),
    context: wordOf(entries.get("context")) === "user" ? "user" : "system",
    documentation: remedy.documentation,
    origin: originOf(remedy.span, environment),
  };
}

/** Metadata words (`context: user`) are names that need no declaration. */
function wordOf(entry: EntryNode | undefined): string | undefined {
  return entry?.value.kind === "name-expression" ? entry.value.name.text : undefined;
}

function constantText(expression: Expression, environment: Environment): string {
  const lowered = lowerValueExpression(expression, undefined, environment);
  if (lowered.kind === "constant") return showValue(lowered.value);
  // Of an interpolation everything is constant here (Semantics 18): what is no text is written as people read it.
  return lowered.kind === "concatenate"
    ? lowered.parts.map((part) => (part.kind === "constant" ? showValue(part.value) : "")).join("")
    : "";
}

function defaultValue(formal: FormalNode, environment: Environment): Value {
  if (!formal.defaultValue) return { kind: "none" };
  const type = catalogTypeOfFormal(formal, environment.session.program);
  const lowered = lowerValueExpression(formal.defaultValue, type, environment);
  return lowered.kind === "constant" ? coerceValue(lowered.value, type) : { kind: "none" };
}

function catalogTypeOfFormal(formal: FormalNode, program: CheckedProgram) {
  const symbol = program.symbols.get(formal.name);
  const type = symbol?.kind === "param" ? toCatalogType(symbol.type) : undefined;
  return type ?? ({ kind: "string" } as const);
}

function isOptional(formal: FormalNode, program: CheckedProgram): boolean {
  const symbol = program.symbols.get(formal.name);
  return symbol?.kind === "param" && symbol.type.kind === "optional";
}

/**
 * A list cannot be handed through `powershell.exe -File`; a pattern and a registry key decide what the script tests and whose hive it reads (Semantics 17),
 * and are fixed when it is reviewed.
 */
function canBePassed(formal: FormalNode, program: CheckedProgram): boolean {
  const { kind } = catalogTypeOfFormal(formal, program);
  return (
    kind !== "list" && kind !== "pattern" && kind !== "registry_path" && kind !== "resource" && kind !== "data" && kind !== "powershell"
  );
}

/** Parameters that stand in metadata or in a step's title decide names of the output and are fixed when building (Semantics 18). */
function findNamingParameters(remedy: RemedyNode, program: CheckedProgram): Set<FormalNode> {
  const found = new Set<FormalNode>();
  const seen = new Set<Expression>();
  const visit = (expression: Expression): void => {
    if (expression.kind === "string") for (const part of expression.parts) if (part.kind === "interpolation") visit(part.expression);
    if (expression.kind !== "name-expression") return;
    const resolution = program.resolutions.get(expression);
    if (resolution?.kind !== "name") return;
    if (resolution.symbol.kind === "param") found.add(resolution.symbol.node);
    if (resolution.symbol.kind !== "let" || seen.has(resolution.symbol.node.value)) return;
    seen.add(resolution.symbol.node.value);
    visit(resolution.symbol.node.value);
  };
  for (const member of remedy.members) {
    if (member.kind === "entry") visit(member.value);
    if (member.kind === "step") visit(member.title);
  }
  return found;
}

function fingerprint(version: string, fixed: ReadonlyMap<FormalNode, Value>): string {
  const parameters = [...fixed].map(([formal, value]) => `${formal.name.text}=${showValue(value)}`).sort();
  return hashHex(utf8ToBytes([version, ...parameters].join("\n")));
}
