import type { Binding } from "../binder/binding.ts";
import type { BoundProgram } from "../binder/bound-program.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { DiagnosticCode, DiagnosticDetails } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Property, ResourceKind, Verb } from "../resources/catalog/model.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { ActionNode } from "../syntax/actions.ts";
import type {
  CallExpression,
  Expression,
  MemberExpression,
  NameExpression,
  NameNode,
  QuantifiedExpression,
} from "../syntax/expressions.ts";
import type { EntryNode, FormalNode, LetNode, PartNode, StateNode } from "../syntax/file.ts";
import type { EachOf, UseNode } from "../syntax/statements.ts";
import type { Resolution, Symbol } from "./checked-program.ts";
import type { Place, UserNeed } from "./place.ts";
import type { Type } from "./type.ts";

/** What the checker fills while it walks one program: the side tables of the checked program, and notes of its own. */
export interface CheckContext {
  readonly bound: BoundProgram;
  readonly kinds: ReadonlyMap<string, ResourceKind>;
  readonly diagnostics: Diagnostic[];
  /** What reading and binding the program have reported, by file. */
  readonly earlier: ReadonlyMap<SourceFile, readonly Diagnostic[]>;
  /** Code and place of everything reported: one mistake in a `let` is told once, not at each of its uses. */
  readonly told: Set<string>;

  readonly symbols: Map<NameNode, Symbol>;
  readonly types: Map<Expression, Type>;
  readonly resolutions: Map<NameExpression | MemberExpression | CallExpression, Resolution>;
  readonly entries: Map<EntryNode, Property>;
  readonly verbs: Map<ActionNode, Verb>;
  readonly stateKinds: Map<StateNode, ResourceKind>;
  readonly uses: Map<UseNode, { readonly part: PartNode; readonly arguments: ReadonlyMap<FormalNode, Expression> }>;

  readonly symbolOf: Map<Binding, Symbol>;
  readonly formalTypes: Map<FormalNode, Type>;
  readonly elementTypes: Map<EachOf<unknown> | QuantifiedExpression, Type>;
  /** Calls that stand for all there are of a kind, or for some of them: what `each`, `any` and `all` go over. */
  readonly enumerations: Set<Expression>;
  readonly lets: Map<LetNode, LetState>;
  /** The lets that are being checked, outermost first: one that is met again is defined by itself. */
  readonly letStack: LetNode[];
  /** Lets that are defined by themselves: nobody follows them to their value. */
  readonly circular: Set<LetNode>;
  /** What is used, by file: an import that brings nothing used is reported. */
  readonly used: Map<SourceFile, Set<Binding>>;
  readonly partNeeds: Map<PartNode, UserNeed[]>;
  /** What stands where PowerShell is expected: looked at once all uses of parts are known. */
  readonly code: Set<Expression>;
  readonly referenceKeys: Map<Expression, string | undefined>;
  /** Numbers of keys that are too long to be put together further. */
  readonly longKeys: Map<string, number>;
  /** What is known where the value of a `let` is true, or false. */
  readonly letFacts: Map<Expression, { readonly whenTrue?: ReadonlySet<string>; readonly whenFalse?: ReadonlySet<string> }>;
  readonly bindingIds: Map<Binding, number>;
  /** Texts of the values of `let`s, by what stands in them for unknown parts. */
  readonly letTexts: Map<string | undefined, Map<Expression, string | undefined>>;
  /** What the braces behind the resource say that is being looked at: a key that stands there by mistake is told there. */
  readonly braces: { names: readonly string[] };
}

/** How far a `let` has been checked. `place`: where its value is read, for those that may be used before their line. */
export type LetState =
  | { readonly kind: "open"; readonly place: Place }
  | { readonly kind: "checking" }
  | { readonly kind: "done"; readonly type: Type; readonly needs: readonly UserNeed[] };

/** A context for one program, with empty tables. */
export function createContext(bound: BoundProgram, reported: readonly Diagnostic[] = []): CheckContext {
  const earlier = new Map<SourceFile, Diagnostic[]>(bound.loaded.files.map((file) => [file.node.source, [...file.mistakes]]));
  for (const diagnostic of reported) if (diagnostic.span) earlier.get(diagnostic.span.file)?.push(diagnostic);
  return {
    bound,
    kinds: new Map(Object.entries(bound.loaded.catalog.kinds)),
    diagnostics: [],
    earlier,
    told: new Set(),
    symbols: new Map(),
    types: new Map(),
    resolutions: new Map(),
    entries: new Map(),
    verbs: new Map(),
    stateKinds: new Map(),
    uses: new Map(),
    symbolOf: new Map(),
    formalTypes: new Map(),
    elementTypes: new Map(),
    enumerations: new Set(),
    lets: new Map(),
    letStack: [],
    circular: new Set(),
    used: new Map(),
    partNeeds: new Map(),
    code: new Set(),
    referenceKeys: new Map(),
    longKeys: new Map(),
    letFacts: new Map(),
    bindingIds: new Map(),
    letTexts: new Map(),
    braces: { names: [] },
  };
}

/** Reports a finding, once for each code and place. */
export function report<C extends DiagnosticCode>(
  context: CheckContext,
  code: C,
  span: Span,
  args: Parameters<typeof createDiagnostic<C>>[2],
  details?: DiagnosticDetails,
): void {
  const key = `${code} ${span.start} ${span.end} ${span.file.path}`;
  if (context.told.has(key) || isReadAs(context, span)) return;
  context.told.add(key);
  context.diagnostics.push(createDiagnostic(code, span, args, details));
}

/** Whether the text there is no text of this language, has been reported and was taken for something: what is wrong with that follows. */
function isReadAs(context: CheckContext, span: Span): boolean {
  const mistakes = context.earlier.get(span.file) ?? [];
  return mistakes.some(({ code, span: place }) => READ_AS.has(code) && place?.start === span.start && place.end === span.end);
}

/** Other spellings that are understood: `$true`, a path without quotes. */
const READ_AS: ReadonlySet<string> = new Set(["RMD1010", "RMD1035"]);

/**
 * Reports that something lacks in `whole`, unless a mistake has been reported there: then it lacks since nobody could read it, and repairing the
 * mistake tells more.
 */
export function reportLack<C extends DiagnosticCode>(
  context: CheckContext,
  whole: Span,
  code: C,
  span: Span,
  args: Parameters<typeof createDiagnostic<C>>[2],
  details?: DiagnosticDetails,
): void {
  if (!hasMistake(context, whole)) report(context, code, span, args, details);
}

/** Whether an error (of these codes) has been reported within a span, or on the rest of the line on which it ends. */
export function hasMistake(context: CheckContext, whole: Span, codes = /^RMD/): boolean {
  const lineEnd = whole.file.text.indexOf("\n", whole.end);
  const end = lineEnd < 0 ? whole.file.text.length : lineEnd;
  const isInside = ({ code, severity, span }: Diagnostic): boolean =>
    severity === "error" && codes.test(code) && span?.file === whole.file && span.start >= whole.start && span.start <= end;
  return (context.earlier.get(whole.file) ?? []).some(isInside) || context.diagnostics.some(isInside);
}

/** The value of a let that a name stands for, when it has been checked and is not defined by itself. */
export function findLetValue(context: CheckContext, binding: Binding | undefined): Expression | undefined {
  if (binding?.kind !== "let" || context.lets.get(binding.node)?.kind !== "done" || context.circular.has(binding.node)) return undefined;
  return binding.node.value;
}

/** Notes that a file uses a binding. */
export function markUsed(context: CheckContext, file: SourceFile, binding: Binding): void {
  const used = context.used.get(file);
  if (used) used.add(binding);
  else context.used.set(file, new Set([binding]));
}
