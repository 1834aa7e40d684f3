import type { Catalog } from "../resources/catalog/model.ts";
import type { Plan, PlanAction, PlanNode } from "../plan/plan.ts";
import { findInfluence } from "../plan/influence.ts";
import { visitPlan } from "../plan/provides.ts";
import { findRemovals } from "../plan/removals.ts";
import type { ExitAnswer, Target, TargetRole } from "../targets/target.ts";
import type { PsStatement, SharedText } from "./ast.ts";
import { psBlock, psCommand, psPositional, psStatement } from "./ast.ts";
import { printHelp, printParamBlock, printParameterValues } from "./frame.ts";
import type { TemplateFunction, TemplateLibrary } from "./library.ts";
import { createLinker } from "./linker.ts";
import type { Linker, LinkResult, LinkVariant } from "./linker.ts";
import { call, text } from "./lower/context.ts";
import type { LowerContext } from "./lower/context.ts";
import { lowerDetectionStep } from "./lower/detection.ts";
import { lowerExpression } from "./lower/expressions.ts";
import { registration } from "./lower/registration.ts";
import { lowerRollback } from "./lower/rollback.ts";
import { lowerState } from "./lower/state.ts";
import { fillState, findStateKeys } from "./run-state.ts";
import { lowerStep } from "./lower/statements.ts";
import { lowerExpandedPath } from "./lower/paths.ts";
import { toPascalCase } from "../resources/catalog/names.ts";
import { printStatements } from "./printer.ts";
import { joinFunctions, toAsciiText, toScriptText } from "./script-text.ts";

/** Everything that emission takes besides the plan; none of it changes while a build runs. */
export interface EmitOptions {
  readonly catalog: Catalog;
  readonly library: TemplateLibrary;
  readonly userFunctions: readonly TemplateFunction[];
  readonly compilerVersion: string;
}

/** One script: its exact text (ASCII, CRLF) and what a reviewer or a diagnostic wants to know of it. */
export interface EmittedScript {
  readonly role: TargetRole;
  readonly text: string;
  /** The text in pieces, of which the functions are one: scripts that link the same functions share that string. */
  readonly pieces: readonly string[];
  /** Names of the functions that it holds, in order. */
  readonly functions: readonly string[];
  /** Functions, or parameters of functions, that a resource kind should have and has not. */
  readonly missing: readonly string[];
}

/**
 * Bytes kept free for a signature: 9 to 13 KB were measured with chains and a time stamp, so a script that fits unsigned also fits signed.
 */
export const SIGNATURE_RESERVE = 14 * 1024;

/** Emits one role of a target. Pure: the same plan, library and version give the same text. */
export function emitScript(plan: Plan, target: Target, role: TargetRole, options: EmitOptions): EmittedScript {
  const repairs = role.role !== "detect" && role.role !== "requirement";
  const linker = createLinker(options.library, findVariant(role), options.userFunctions);
  const items = collectItems(plan);
  const context: LowerContext = {
    catalog: options.catalog,
    linker,
    repairs,
    roots: new Set(repairs ? ["Initialize-Remedy"] : []),
    uses: new Set(),
    accounts: new Map(),
    secrets: new Set(),
    missing: new Set(),
    loops: [],
    parameters: new Map(plan.parameters.map((parameter) => [parameter.name, parameter])),
    items,
    names: createNames(plan),
    provided: new Map(),
    source: plan.sources[0],
    counter: { whens: 0 },
    several: findSeveral(plan),
  };
  const remedy: PsStatement = {
    kind: "function",
    name: "Invoke-Remedy",
    body: role.role === "requirement" ? lowerRequirement(plan, context) : lowerSteps(plan, context),
  };
  const values = printParameterValues(plan, context);
  const frame = options.library.frames[repairs ? "repair" : "detect"];
  if (frame === undefined) throw new Error(`no frame for role '${role.role}'`);
  const registered = target.registersItself ? registration : undefined;
  for (const use of registered?.uses ?? []) context.uses.add(use);
  const uses = findUses(plan, role, context, options);
  const link = (words: readonly string[], run: string): LinkResult =>
    linker.link(
      [...context.roots, ...words, ...frameWords(run)].filter((name) => linker.find(name) !== undefined),
      uses,
    );
  const [right, rightLines] = rightGuard(plan, repairs);
  const stateless = fillState(frame, [], new Set());
  const tested = link([right], stateless);
  const rollback = role.role === "standalone" ? lowerRollback(tested, linker) : undefined;
  const asked = [...(rollback?.functions ?? []), ...(registered?.functions ?? [])];
  const narrow = rollback ? link([right, ...asked], stateless) : tested;
  const guards = dependsOnHost(narrow, options) ? ["Confirm-Bitness", right] : [right];
  const words = [...guards, ...asked];
  const start = [
    ...guards.map((name): PsStatement => (name === right ? rightLines : psStatement(psCommand(name)))),
    ...(repairs ? [psStatement(psCommand("Initialize-Remedy"))] : []),
    ...(rollback?.statements ?? []),
    ...(registered?.statements ?? []),
    ...values,
  ];
  const steps = toAsciiText(printStatements([remedy], 0));
  const keys = findStateKeys(link(words, stateless).functions, `${stateless}\n${steps}`);
  const whole = fillState(frame, lowerState(plan, target, role, items, context), keys);
  const complete = link(words, whole);
  for (const name of context.roots) if (!linker.find(name)) context.missing.add(name);
  const replacements: { readonly [marker: string]: string } = {
    help: printHelp(plan, target, role, options.compilerVersion),
    param: printParamBlock(plan, target, role),
    start: printStatements(start, 1),
    constrained: constrainedLine(plan, role),
  };
  // The functions come in last: their texts are final already, and long. In the steps white space counts: strings of the author's stand there.
  const [head = "", between = "", run = ""] = whole
    .split(/^[ \t]*#remedyc:(?:remedy|functions)[ \t]*$/m)
    .map((part) => toScriptText(fillFrame(part, replacements)));
  const pieces = [head + steps + between, joinFunctions(complete.functions), `${run.trimEnd()}\r\n`];
  return {
    role,
    // Strings are joined by reference: nothing is copied before somebody looks into the text.
    text: pieces.reduce((text, piece) => text + piece, ""),
    pieces,
    functions: complete.functions.map((linkedFunction) => linkedFunction.name),
    missing: [...context.missing].sort(),
  };
}

/** From so many on a function for a whole statement takes less than the statements do without it. */
const SEVERAL = 3;

function findSeveral(plan: Plan): Set<string> {
  const counts = new Map<string, number>();
  visitPlan(plan.steps, (node) => {
    if (node.kind === "ensure") counts.set(node.resource.resourceKind, (counts.get(node.resource.resourceKind) ?? 0) + 1);
  });
  return new Set([...counts].filter(([, count]) => count >= SEVERAL).map(([kind]) => kind));
}

/** Which version of the engine's words a role has: those of repairs, of a detection that gives a line, of one that gives a word, of one that is silent, of a requirement. */
function findVariant(role: TargetRole): LinkVariant {
  if (role.role === "requirement") return "requirement";
  if (role.role !== "detect") return "repair";
  if (role.dialect.compliant.output.kind === "token") return "discover";
  return role.dialect.noncompliant.output.kind === "none" ? "silent" : "detect";
}

/** What a channel compares: the answer of the script. */
function lowerRequirement({ requirements }: Plan, context: LowerContext): PsStatement[] {
  return requirements.map(({ type, value }): PsStatement => {
    const lowered = lowerExpression(value, context);
    const answer =
      type === "boolean"
        ? call(context, "Measure-Condition", psPositional(psBlock(psStatement(lowered))))
        : type === "date"
          ? call(context, "Format-Date", psPositional(lowered))
          : lowered;
    return { kind: "assign", variable: "Remedy.Answer", value: answer };
  });
}

function lowerSteps(plan: Plan, context: LowerContext): PsStatement[] {
  const influence = findInfluence(plan.steps, context.repairs);
  const removals = findRemovals(plan.steps);
  const steps = context.repairs
    ? plan.steps.map((step) => lowerStep(step, influence, removals, context))
    : plan.steps.flatMap((step) => lowerDetectionStep(step, influence, context));
  const assignments = [...context.names]
    .filter(([, { uses }]) => uses > 1)
    .map(([key, { variable }]): PsStatement => {
      const value = key.slice("text ".length);
      return { kind: "assign", variable, value: key.startsWith("path ") ? lowerExpandedPath(value, context) : text(value) };
    });
  for (const { shared, value } of context.provided.values())
    if (shared.uses > 1) assignments.push({ kind: "assign", variable: shared.variable, value });
  return [...assignments, ...steps];
}

/** Variables of the texts that the remedy names, by text; of two names for one text the first counts. */
function createNames({ names }: Plan): Map<string, SharedText> {
  const byText = new Map<string, SharedText>();
  for (const { name, text } of names) {
    const key = text.includes("%") ? `path ${text}` : `text ${text}`;
    if (!byText.has(key)) byText.set(key, { variable: `let_${name}`, uses: 0 });
  }
  return byText;
}

/**
 * Whether a script must run in the 64-bit host of a 64-bit Windows: registry views, services, accounts, CIM and our own folders are alike in every one, other files and programs are
 * not, and functions of a user's own may ask for anything.
 */
function dependsOnHost({ functions }: LinkResult, { userFunctions }: EmitOptions): boolean {
  return userFunctions.length > 0 || functions.some((each) => each.layer === "platform" && !each.isSameInEveryHost);
}

/** What the functions must serve: what the steps ask for, the words they are made of, the context, and what a user's functions may ask of ours. */
function findUses(plan: Plan, role: TargetRole, context: LowerContext, options: EmitOptions): ReadonlySet<string> {
  const contexts = [`Context.${toPascalCase(plan.remedy.context)}`];
  if (context.accounts.size > 0) contexts.push("Context.Accounts");
  if (stopsServices(plan, context.repairs)) contexts.push("Context.Stops");
  if (role.role === "standalone") contexts.push("Role.Standalone");
  if (role.role === "standalone" && plan.parameters.length > 0) contexts.push("Context.Parameters");
  const outputs = Object.values(role.dialect).map((answer: ExitAnswer) => answer.output);
  if (outputs.some((output) => output.kind === "summary" && output.onError)) contexts.push("Context.ErrorStream");
  // Where the channel reads one word nobody would see it; of a user's remedy it is not believed.
  if (role.role === "detect" && plan.remedy.context === "system" && role.dialect.noncompliant.output.kind === "summary")
    contexts.push("Context.LastRun");
  return new Set([...context.uses, ...context.roots, ...contexts, ...findForeignUses(context.linker, options)]);
}

/** What only the engine's own words decide, whatever a function of a user's own calls. */
const ENGINE_USES = /^(?:Condition|Context|Ensure|Parameter|Role|Step|With)\./;

/** With what is reached from a user's own functions every section of a kind stays: nobody knows what they ask of it. */
function findForeignUses(linker: Linker, { userFunctions }: EmitOptions): string[] {
  if (userFunctions.length === 0) return [];
  const { functions } = linker.link(userFunctions.map(({ name }) => name));
  // Sections of a contact with Windows may stand for functions of ours that call it, which that code is none of.
  const uses = functions.flatMap(({ layer, sections }) =>
    (sections?.flatMap((section) => section.uses ?? []) ?? []).filter((use) => use.includes(".") || layer === "platform"),
  );
  const reached = new Set(functions.map(({ name }) => name));
  return [...uses.filter((use) => !ENGINE_USES.test(use)), ...(reached.has("Save-Stopped") ? ["Context.Stops"] : [])];
}

/**
 * Whether a run may stop a service for a while: one that is ended meanwhile leaves it stopped, and the next run has to know of that. A service that is paused is stopped before
 * it is started; where that was cut off the statement itself does not hold, so a detection need not look for it.
 */
function stopsServices(plan: Plan, repairs: boolean): boolean {
  let stops = false;
  visitPlan(plan.steps, (node) => {
    if (node.kind === "with") stops ||= node.resources.some((resource) => resource.resourceKind === "service");
    if (node.kind === "verb") stops ||= node.resource.resourceKind === "service";
    // What its other states are changed to stops and starts nothing.
    if (node.kind === "ensure" && repairs && node.resource.resourceKind === "service")
      stops ||= node.presence === "absent" || node.states.some(({ name }) => name === "state" || name === "account");
  });
  return stops;
}

/** The function that tells whether who runs the script may, and the line that ends it where not: of a repair more is done then. */
function rightGuard({ remedy }: Plan, repairs: boolean): readonly [name: string, line: PsStatement] {
  const name = remedy.context === "user" ? "Confirm-User" : repairs ? "Confirm-Elevation" : "Test-Elevation";
  if (name !== "Test-Elevation") return [name, psStatement(psCommand(name))];
  return [
    name,
    {
      kind: "verbatim",
      lines: [`if (-not (${name})) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }`],
    },
  ];
}

/** Functions that the frame itself calls. */
function frameWords(frame: string): string[] {
  return [...new Set(frame.match(/\b[A-Z][a-z]+-[A-Za-z]+\b/g) ?? [])];
}

function fillFrame(frame: string, replacements: { readonly [marker: string]: string }): string {
  return frame.replace(/^[ \t]*#remedyc:([a-z]+)[ \t]*$/gm, (_line, marker: string) => {
    const replacement = replacements[marker];
    if (replacement === undefined) throw new Error(`unknown marker '${marker}' in a frame`);
    return replacement;
  });
}

/**
 * The answer in constrained language, where no function of ours can run: a literal line and the exit code, with commands only. On the error stream it is
 * an error record, since the plain line is a call of .NET.
 */
function constrainedLine(plan: Plan, role: TargetRole): string {
  const { exitCode, output } = role.dialect.blocked;
  const line = `'BLOCKED ${plan.remedy.name} ${plan.remedy.version} | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'`;
  const onError = output.kind === "summary" && output.onError;
  const commands = {
    summary: onError ? [`$line = ${line}`, "Write-Error $line -ErrorAction Continue", "Write-Output $line"] : [`Write-Output ${line}`],
    token: output.kind === "token" ? [`Write-Output '${output.token}'`] : [],
    none: [],
  }[output.kind];
  return [...commands, `exit ${exitCode}`].map((command) => `  ${command}`).join("\n");
}

/** Ids in source order, of all items and of `warn`, which is none but may ask for `changed` too. */
function collectItems(plan: Plan): string[] {
  const items: string[] = [];
  const visit = (node: PlanNode | PlanAction): void => {
    switch (node.kind) {
      case "when":
        for (const inner of node.body) visit(inner);
        for (const inner of node.otherwise) visit(inner);
        break;
      case "each":
      case "with":
        for (const inner of node.body) visit(inner);
        break;
      case "verb":
        break;
      case "ensure":
        items.push(node.id);
        for (const inner of node.otherwise) visit(inner);
        break;
      case "require":
      case "warn":
      case "check":
      case "routine":
      case "reboot":
        items.push(node.id);
        break;
      default:
        node satisfies never;
    }
  };
  for (const step of plan.steps) for (const node of step.body) visit(node);
  return items;
}
