import type { Catalog, CatalogType, ResourceKind } from "../../resources/catalog/model.ts";
import type { PlanExpression, PlanParameter } from "../../plan/plan.ts";
import type { PsCommand, PsExpression, SharedText } from "../ast.ts";
import { psBlock, psCommand, psLiteral, psPositional, psStatement, psVariable } from "../ast.ts";
import type { PsArgument } from "../ast.ts";
import type { SourceFile } from "../../source/source-file.ts";
import type { Linker } from "../linker.ts";
import { stringLiteral } from "../literals.ts";
import { toPascalCase } from "../../resources/catalog/names.ts";

/** What lowering one script needs, and what it gathers on the way. */
export interface LowerContext {
  readonly catalog: Catalog;
  readonly linker: Linker;
  /** False for detection scripts: no repair block is emitted. */
  readonly repairs: boolean;
  /** Functions that the steps call: the linker's roots. */
  readonly roots: Set<string>;
  /** What the steps ask of resources, `Service.Account`: functions lose the sections that serve nothing of it. */
  readonly uses: Set<string>;
  /** SIDs that the script names, with the names that people know. */
  readonly accounts: Map<string, string>;
  /** Environment variables that hold secrets: no child process inherits them. */
  readonly secrets: Set<string>;
  /** Functions that a kind should have and has not: `Test-PowerPlan`; or parameters: `Test-PowerPlan -Scheme`. */
  readonly missing: Set<string>;
  /** Loop variables in scope, outermost first. */
  readonly loops: readonly Loop[];
  /** The script's own parameters, by name. */
  readonly parameters: ReadonlyMap<string, PlanParameter>;
  /** Ids of all items in source order. */
  readonly items: readonly string[];
  /** Texts that the remedy names, by `text …`, or `path …` where it is expanded on the device. */
  readonly names: ReadonlyMap<string, SharedText>;
  /** What packages provide, by its identities: several calls are told it, so it stands in a variable. */
  readonly provided: Map<string, { readonly shared: SharedText; readonly value: PsExpression }>;
  /** The remedy's own file. */
  readonly source: SourceFile | undefined;
  readonly counter: { whens: number };
  /** Kinds of which the remedy ensures several things: what they call alike is one call. */
  readonly several: ReadonlySet<string>;
}

/** A text or, with `path`, a path that is expanded on the device: where the remedy names it, that is noted as a use of the name. */
export function lowerShared(context: LowerContext, text: string, path: boolean, value: PsExpression): PsExpression {
  const shared = context.names.get(path ? `path ${text}` : `text ${text}`);
  if (!shared) return value;
  shared.uses++;
  return { kind: "named", shared, value };
}

/** A loop on the device. `profile`: its elements are people's profiles, whose registry hive stands for HKCU. */
export interface Loop {
  readonly variable: string;
  readonly element: "selection" | "list";
  readonly profile: boolean;
}

/** A call that is remembered for the linker. */
export function call(context: LowerContext, name: string, ...args: readonly PsArgument[]): PsCommand {
  context.roots.add(name);
  return psCommand(name, ...args);
}

/** Notes that a key, state, option or property of a kind is asked for. */
export function noteUse(context: LowerContext, kind: string, name: string): void {
  context.uses.add(`${getKind(context, kind).noun}.${toPascalCase(name)}`);
}

export function text(value: string): PsExpression {
  return psLiteral(stringLiteral(value));
}

/** The kind of that name; the checker has made sure that it exists. */
export function getKind(context: LowerContext, name: string): ResourceKind {
  const kind = context.catalog.kinds[name];
  if (!kind) throw new Error(`kind '${name}' is not in the catalogue`);
  return kind;
}

/** The variable under which a loop's element is visible in the script. */
export function loopVariable(variable: string): string {
  return `each_${variable}`;
}

/** Types whose values are texts, or numbers that are written alike everywhere: no function has to make a text of them. */
const PLAIN: ReadonlySet<string> = new Set(["string", "int", "enum", "account", "path"]);

/** A value of such a type in a text, `none` where there may be none; undefined for another type, whose value a function writes. */
export function lowerPlainText(value: PsExpression, type: CatalogType, optional: boolean, context: LowerContext): PsExpression | undefined {
  if (!PLAIN.has(type.kind)) return undefined;
  return optional ? call(context, "Use-Default", psPositional(value), psPositional(psBlock(psStatement(text("none"))))) : value;
}

/** The text of a run-time parameter. */
export function lowerParameterText(name: string, context: LowerContext): PsExpression {
  const value = psVariable(parameterVariable(name));
  const parameter = context.parameters.get(name);
  const plain = parameter && lowerPlainText(value, parameter.type, parameter.optional, context);
  return plain ?? call(context, parameter?.type.kind === "size" ? "Format-Size" : "ConvertTo-Text", psPositional(value));
}

/** The variable that holds a run-time parameter after conversion: `script:InstallerValue`. */
export function parameterVariable(name: string): string {
  return `script:${toPascalCase(name)}Value`;
}

export function isNone(expression: PlanExpression): boolean {
  return expression.kind === "constant" && expression.value.kind === "none";
}
