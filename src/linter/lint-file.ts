import { checkFile, planFile } from "../compiler/compile.ts";
import type { CompileOptions, Compiler } from "../compiler/compile.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Plan } from "../plan/plan.ts";
import { decodeSource, encodeLike } from "../source/decode.ts";
import type { FileNode, RemedyNode } from "../syntax/file.ts";
import { followSuggestions } from "./fix.ts";
import { lintProgram } from "./lint.ts";
import type { Rule } from "./rule.ts";
import { applySwitches, readSwitches, reportUnused } from "./switches.ts";
import type { Switch } from "./switches.ts";

/** What linting one file gave. */
export interface LintedFile {
  /** Of the compiler: errors, and then nothing is linted, or warnings. */
  readonly compiler: readonly Diagnostic[];
  /** What rules found, switches not yet applied. */
  readonly found: readonly Diagnostic[];
  /** The file itself and what it imports. */
  readonly files: readonly FileNode[];
  readonly remedies: readonly RemedyNode[];
}

/** A parameter without a value: the build's matter. Its remedy has no plan then, and what looks at plans passes it over. */
const NO_VALUE = "RMD7003";

/** Compiles a file and lets rules look at it and at one plan of each of its remedies: the plans of other targets differ by what their channels ask. */
export async function lintFile(path: string, compiler: Compiler, options: CompileOptions, rules: readonly Rule[]): Promise<LintedFile> {
  return lintPlanned(await planFile(path, compiler, options), rules);
}

/** The same of a file that has been compiled. */
export function lintPlanned(
  { program, diagnostics: all, plans }: Awaited<ReturnType<typeof planFile>>,
  rules: readonly Rule[],
): LintedFile {
  const diagnostics = all.map((one) => (one.code === NO_VALUE ? { ...one, severity: "note" as const } : one));
  const found = hasErrors(diagnostics) ? [] : lintProgram(program, firstOfEach(plans), rules);
  return { compiler: diagnostics, found, files: program.files, remedies: program.remedies };
}

function firstOfEach(plans: readonly { readonly remedy: RemedyNode; readonly plan: Plan }[]): Plan[] {
  const firsts = new Map<RemedyNode, Plan>();
  for (const { remedy, plan } of plans) if (!firsts.has(remedy)) firsts.set(remedy, plan);
  return [...firsts.values()];
}

/** All rules, whose names may stand in a switch, and those that look. */
export interface RuleSet {
  readonly known: readonly Rule[];
  readonly active: readonly Rule[];
}

/** Findings of several files, as the switches in them say: what is switched off is left out; what is wrong with a switch of `entries`, or needless in it, is told. */
export function settle(linted: readonly LintedFile[], { known, active }: RuleSet): Diagnostic[] {
  const files = new Map(linted.flatMap((each) => each.files.map((file) => [file.source.path, file] as const)));
  const entries = new Map(linted.flatMap((each) => (hasErrors(each.compiler) ? [] : [[each.files.at(-1)?.source.path, each] as const])));
  const read = new Map([...files].map(([path, file]) => [path, readSwitches(file, known)] as const));
  const used = new Set<Switch>();
  const all = [...read.values()].flatMap(({ switches }) => switches);
  const left = applySwitches(
    linted.flatMap(({ found }) => found),
    all,
    used,
  );
  const own = [...read].flatMap(([path, { switches, diagnostics }]) => {
    const entry = entries.get(path);
    if (!entry) return [];
    // In a file of parts alone, what is looked at in plans is found where a remedy uses them.
    const isJudged = ({ rule }: Switch): boolean =>
      active.includes(rule) && (rule.createPlanVisitor === undefined || entry.remedies.length > 0);
    return [...diagnostics, ...switches.filter((each) => !used.has(each) && isJudged(each)).map(reportUnused)];
  });
  return [...left, ...own];
}

/** How often a file is repaired anew: a repair may uncover another one. */
const MOST_ROUNDS = 10;

/** What repairing a file gave: its new bytes, or with which code the repaired one would not compile. */
export type RepairedFile =
  | { readonly kind: "same" }
  | { readonly kind: "repaired"; readonly bytes: Uint8Array; readonly count: number }
  | { readonly kind: "broken"; readonly code: string };

/** Follows the safe suggestions in a file until there is none left. Nothing is written; what was repaired is compiled before it counts. */
export async function repairFile(path: string, compiler: Compiler, options: CompileOptions, rules: RuleSet): Promise<RepairedFile> {
  const content = compiler.host.readFile(path);
  if (content.kind !== "bytes") return { kind: "same" };
  const safe = new Set<string>([...rules.active.filter(({ isFixSafe }) => isFixSafe).map(({ code }) => code), "RMD6092"]);
  let bytes = content.bytes;
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const inMemory = withFile(compiler, path, bytes);
    const linted = await lintFile(path, inMemory, options, rules.active);
    const decoded = decodeSource(path, bytes);
    if (hasErrors(linted.compiler) || decoded.kind !== "source") break;
    const suggestions = settle([linted], rules).flatMap(({ code, suggestion }) => (suggestion && safe.has(code) ? [suggestion] : []));
    const { text, followed } = followSuggestions(decoded.source, suggestions);
    if (followed === 0) break;
    const next = encodeLike(text, bytes);
    const error = (await checkFile(path, withFile(compiler, path, next))).diagnostics.find(({ severity }) => severity === "error");
    if (error) return { kind: "broken", code: error.code };
    bytes = next;
    count += followed;
  }
  return count === 0 ? { kind: "same" } : { kind: "repaired", bytes, count };
}

/** A compiler that reads one file otherwise. */
function withFile(compiler: Compiler, path: string, bytes: Uint8Array): Compiler {
  const { host } = compiler;
  return { ...compiler, host: { readFile: (other) => (other === path ? { kind: "bytes", bytes } : host.readFile(other)) } };
}
