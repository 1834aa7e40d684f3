import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { CheckedProgram } from "../../checker/checked-program.ts";
import type { Value } from "../../checker/value.ts";
import { showValue } from "../../checker/values.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../../diagnostics/diagnostic.ts";
import { hashHex } from "../../source/sha256.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { Body, EntryNode, FormalNode, RemedyNode, RequiresNode, StepNode, UninstallNode } from "../../syntax/file.ts";
import { requirementTypes } from "../../targets/requirement.ts";
import { isApp } from "../../targets/target.ts";
import type { Target, TargetRole } from "../../targets/target.ts";
import { checkContexts } from "../checks/contexts.ts";
import { checkContradictions } from "../checks/contradictions.ts";
import { checkParameterNames } from "../checks/parameter-names.ts";
import { checkAddresses } from "../checks/addresses.ts";
import { checkPaths } from "../checks/paths.ts";
import { checkPublishedNames } from "../checks/published-names.ts";
import { checkReboots } from "../checks/reboots.ts";
import { checkPowerShell } from "../checks/powershell-blocks.ts";
import type { Plan, PlanAction, PlanParameter, PlanRemedy, PlanRequire, PlanRequirement, PlanStep } from "../plan.ts";
import { spreadProvides } from "../provides.ts";
import { constant, truthOf } from "../simplify.ts";
import { checkPromises } from "../checks/promises.ts";
import { checkSize } from "../checks/size.ts";
import { coerceValue } from "./coerce.ts";
import { nextId, originOf } from "./environment.ts";
import type { Environment, LowerSession } from "./environment.ts";
import { lowerValueExpression, toCatalogType } from "./expressions.ts";
import { collectNames } from "./names.ts";
import { lowerAccepted, lowerPromises } from "./promises.ts";
import { lowerActionStatements, lowerGuard, lowerStatements } from "./statements.ts";

/** What a build is given for one remedy: values of its parameters by their node, already checked by type. */
export type ParameterValues = ReadonlyMap<FormalNode, Value>;

/**
 * Lowers one remedy for one target. The program must have no errors. The plan is complete; diagnostics are findings that only the inlined,
 * folded whole shows (contradictions, relative paths, parameter names).
 */
export function lowerRemedy(program: CheckedProgram, remedy: RemedyNode, target: Target, given: ParameterValues): WithDiagnostics<Plan> {
  const diagnostics: Diagnostic[] = [...checkSize(program, remedy)];
  if (hasErrors(diagnostics))
    remedy = { ...remedy, members: remedy.members.filter((member) => member.kind !== "step" && member.kind !== "uninstall") };
  const base: LowerSession = {
    program,
    fixed: new Map(),
    carriesFiles: target.carries !== undefined,
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
  const { steps, requirements, uninstall } = lowerMembers(remedy, target, environment);
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
    requirements,
    uninstall,
    promises: lowerPromises(remedy, environment),
    accepted: lowerAccepted(remedy, environment),
    fingerprint: fingerprint(info.version, fixed),
  };
  const removal = toUninstallPlan(plan);
  const ofScripts = [plan, ...(removal ? [removal] : [])].flatMap((each) => [
    ...checkContradictions(each, program.catalog),
    ...checkPaths(each, target, program.catalog),
    ...checkAddresses(each),
    ...checkContexts(each, program.catalog),
    ...(program.hasCode ? checkPowerShell(each) : []),
  ]);
  return {
    value: plan,
    diagnostics: [
      ...diagnostics,
      ...ofScripts,
      ...(hasErrors(diagnostics) ? [] : checkPromises(plan, allSteps(plan, remedy, environment), program.catalog)),
      ...checkParameterNames(plan),
      ...checkReboots(plan),
      ...checkPublishedNames(plan),
    ],
  };
}

/** The steps with what an uninstall script would ensure, also for a target without one. */
function allSteps({ steps, uninstall, promises }: Plan, remedy: RemedyNode, environment: Environment): readonly PlanStep[] {
  if (uninstall) return [...steps, uninstall];
  const block = promises.length === 0 ? undefined : remedy.members.find((member) => member.kind === "uninstall");
  // A copy in which nothing is reported or named for the scripts.
  const apart = { ...environment, session: { ...environment.session, diagnostics: [], variables: new Set<string>() } };
  return block ? [...steps, lowerUninstall(block, apart)] : steps;
}

/** The plan that a script of that role carries out; undefined where the remedy asks for none. Of several requirements each is a script. */
export function toRolePlans(plan: Plan, target: Target, role: TargetRole): Plan[] {
  switch (role.role) {
    case "uninstall": {
      const removal = toUninstallPlan(plan);
      return removal ? [removal] : [];
    }
    case "requirement":
      return plan.requirements.map((requirement) => ({ ...plan, steps: [], requirements: [requirement] }));
    case "detect": {
      // An app that is there is installed, whatever it requires.
      return [isApp(target) ? { ...plan, steps: plan.steps.filter((step) => !step.isRequirement) } : plan];
    }
    case "remediate":
    case "standalone":
    case "install":
      return [plan];
    case "publish":
      // It carries out no plan: it is made of the other scripts (src/publishing).
      return [];
    default:
      return role.role satisfies never;
  }
}

/** The plan of an app's uninstall script: the remedy with what its block `uninstall` ensures alone; undefined where there is none. */
export function toUninstallPlan(plan: Plan): Plan | undefined {
  return plan.uninstall && { ...plan, steps: [plan.uninstall], requirements: [], uninstall: undefined };
}

/** Steps, what a channel asks before it offers an app, and what takes it away again; each where the target has a script for it. What is required is looked at first in any case. */
function lowerMembers(remedy: RemedyNode, target: Target, environment: Environment): Pick<Plan, "steps" | "requirements" | "uninstall"> {
  const requires = remedy.members.filter((member) => member.kind === "requires");
  const required = requires.length === 0 ? [] : [lowerRequiredStep(requires, remedy, environment)];
  const block = isApp(target) ? remedy.members.find((member) => member.kind === "uninstall") : undefined;
  const own = remedy.members.flatMap((member) => (member.kind === "step" ? [lowerStep(member, environment)] : []));
  // What a package provides is said where it is installed, and goes with it.
  const all = spreadProvides([...required, ...own, ...(block ? [lowerUninstall(block, environment)] : [])]);
  return {
    steps: block ? all.slice(0, -1) : all,
    requirements: target.roles.some(({ role }) => role === "requirement")
      ? requires.map((member) => lowerRequirement(member, target, environment))
      : [],
    uninstall: block && all.at(-1),
  };
}

function lowerRequiredStep(requires: readonly RequiresNode[], remedy: RemedyNode, outer: Environment): PlanStep {
  const environment = inStep("requires", outer);
  const body = requires.map((member): PlanRequire => {
    const guard = lowerGuard(member.condition, environment);
    const message = constant({ kind: "string", value: `this is for devices where ${guard.text}` });
    return { kind: "require", id: nextId(environment.session), guard, message, origin: originOf(member.span, environment) };
  });
  const title = "Devices that this is for";
  const origin = originOf(remedy.name.span, environment);
  return { name: "requires", isRequirement: true, title, guard: undefined, body, onFailure: [], origin };
}

/** A comparison that the channel makes gives its left side; what the script decides gives true or false. */
function lowerRequirement(node: RequiresNode, target: Target, environment: Environment): PlanRequirement {
  const guard = lowerGuard(node.condition, environment);
  const { condition } = guard;
  const origin = originOf(node.span, environment);
  const type = requirementTypes.find((candidate) => candidate === node.type?.text) ?? "boolean";
  const decided: PlanRequirement = {
    guard,
    type: "boolean",
    value: condition,
    operator: "==",
    wanted: { kind: "bool", value: true },
    origin,
  };
  if (!target.comparesRequirements || type === "boolean" || condition.kind !== "compare" || condition.right.kind !== "constant")
    return decided;
  const { operator } = condition;
  if (operator === "in" || operator === "matches") return decided;
  return { guard, type, value: condition.left, operator, wanted: condition.right.value, origin };
}

function lowerUninstall(node: UninstallNode, outer: Environment): PlanStep {
  const environment = inStep("uninstall", outer);
  return {
    name: "uninstall",
    title: "Uninstall",
    guard: undefined,
    body: lowerStatements(node.body.statements, environment),
    onFailure: lowerOnFailure(node.body, environment),
    origin: originOf(node.span, environment),
  };
}

function inStep(step: string, outer: Environment): Environment {
  return { ...outer, session: { ...outer.session, counter: { step, item: 0 } } };
}

function lowerOnFailure(body: Body, environment: Environment): PlanAction[] {
  return body.statements.flatMap((statement) =>
    statement.kind === "on-failure" ? lowerActionStatements(statement.actions.statements, environment) : [],
  );
}

function lowerStep(step: StepNode, outer: Environment): PlanStep {
  const environment = inStep(step.name.text, outer);
  const guard = step.guard ? lowerGuard(step.guard, environment) : undefined;
  const truth = guard && truthOf(guard.condition);
  return {
    name: step.name.text,
    title: constantText(step.title, environment),
    guard: truth === undefined ? guard : undefined,
    body: truth === false ? [] : lowerStatements(step.body.statements, environment),
    onFailure: lowerOnFailure(step.body, environment),
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
