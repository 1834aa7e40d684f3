import { createCompiler } from "../../src/cli/compiler-session.ts";
import { chooseUsual } from "../../src/compiler/usual-plans.ts";
import { planFile } from "../../src/compiler/compile.ts";
import type { Compiler } from "../../src/compiler/compile.ts";
import { hasErrors } from "../../src/diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { kindModels } from "../../src/generated/kind-models.ts";
import type { GivenParameter } from "../../src/parameters/given.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { provePlan } from "../../src/proof/prove.ts";
import { findRefutations, findRemarks } from "../../src/proof/report/findings.ts";
import { tellProof } from "../../src/proof/report/told.ts";
import { createSubjects } from "../../src/proof/subject.ts";
import { createNodeHost } from "../../src/source/node-host.ts";
import { getLineColumn } from "../../src/source/source-file.ts";
import type { SourceFile } from "../../src/source/source-file.ts";
import type { FileNode } from "../../src/syntax/file.ts";
import type { Random } from "../fuzz/random.ts";
import { PROJECT } from "../simulator/recipe-support.ts";
import { EDIT_KINDS, listEdits } from "./mutation-edits.ts";
import type { Edit } from "./mutation-edits.ts";

const session = await createCompiler(PROJECT);

/** As many ways as `remedyc prove` looks at where it is told nothing. */
const BUDGET = 100_000;

/** A recipe of the project, and the parameters that it cannot be built without. */
export interface Recipe {
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A recipe as it is, or with one edit. */
export interface Version extends Recipe {
  /** Reads the version in place of the file. */
  readonly compiler: Compiler;
  /** Of checking: errors and warnings. */
  readonly checked: readonly string[];
  readonly entry: FileNode;
  /** For the first target that has a channel; empty where something is an error. */
  readonly plans: readonly Plan[];
  readonly catalog: Compiler["catalog"];
}

/** A recipe with one edit that makes it another one. */
export interface Mutant {
  readonly original: Version;
  readonly version: Version;
  readonly edit: Edit;
  readonly line: number;
  /** What the edit replaces. */
  readonly before: string;
}

interface Source {
  readonly original: Version;
  readonly file: SourceFile;
  readonly edits: Edit[];
}

/** How parameters are given. */
export const listGiven = (parameters: Recipe["parameters"]): readonly GivenParameter[] =>
  Object.entries(parameters).map(([name, value]) => ({ remedy: undefined, span: undefined, name, value }));

async function readVersion({ path, parameters }: Recipe, text: string | undefined): Promise<Version> {
  const host = createNodeHost(PROJECT);
  const compiler: Compiler = {
    ...session,
    host: {
      ...host,
      readFile: (asked) =>
        asked === path && text !== undefined ? { kind: "bytes", bytes: new TextEncoder().encode(text) } : host.readFile(asked),
    },
  };
  const planned = await planFile(path, compiler, { targets: undefined, parameters: listGiven(parameters) });
  const plans = hasErrors(planned.diagnostics) ? [] : chooseUsual(planned.plans).map(({ plan }) => plan);
  const { catalog, entry } = planned.program;
  return { path, parameters, compiler, checked: listFindings(planned.diagnostics), entry, plans, catalog };
}

/** Errors and warnings, by what they say: an edit moves places. */
function listFindings(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.flatMap(({ severity, code, message }) => (severity === "note" ? [] : [`${code} ${message}`]));
}

/** What of one list another one has not, each as often as it is there. */
export function findNew(found: readonly string[], known: readonly string[]): readonly string[] {
  const left = [...known];
  return found.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Draws mutants, each once: first the kind of the edit, then the recipe, then the place. */
export async function* drawMutants(recipes: readonly Recipe[], random: Random): AsyncGenerator<Mutant> {
  const sources = await Promise.all(recipes.map(readSource));
  for (;;) {
    const kinds = EDIT_KINDS.filter((kind) => sources.some(({ edits }) => edits.some((edit) => edit.kind === kind)));
    if (kinds.length === 0) return;
    const kind = kinds[random(kinds.length)];
    const having = sources.filter(({ edits }) => edits.some((edit) => edit.kind === kind));
    const { original, file, edits } = having[random(having.length)] as Source;
    const choices = edits.filter((edit) => edit.kind === kind);
    const edit = choices[random(choices.length)] as Edit;
    edits.splice(edits.indexOf(edit), 1);
    const text = `${file.text.slice(0, edit.start)}${edit.text}${file.text.slice(edit.end)}`;
    const version = await readVersion(original, text);
    if (isAlike(version, original)) continue;
    yield { original, version, edit, line: getLineColumn(file, edit.start).line, before: file.text.slice(edit.start, edit.end) };
  }
}

async function readSource(recipe: Recipe): Promise<Source> {
  const original = await readVersion(recipe, undefined);
  if (original.plans.length === 0) throw new Error(`${recipe.path} has no remedy that can be built: ${original.checked.join("\n")}`);
  return { original, file: original.entry.source, edits: [...listEdits(original.entry, original.catalog)] };
}

/** Whether an edit changes nothing: not what the checker says, nor the plans. What shares nothing may stand in any order. */
function isAlike(version: Version, original: Version): boolean {
  if (version.plans.length === 0 || findNew(version.checked, original.checked).length > 0) return false;
  const shapes = [version, original].map(({ plans, catalog }) => ({
    whole: plans.map(({ steps, requirements, uninstall }) => showShape([steps, requirements, uninstall])).join("\n"),
    // A move alone leaves all statements as they are.
    statements: plans.map(({ steps }) => listStatements(steps)).join("\n"),
    clusters: plans
      .map((plan) =>
        createSubjects(plan, catalog, kindModels, [])
          .map(({ steps }) => showShape(steps))
          .sort(),
      )
      .join("\n"),
  }));
  const [one, other] = shapes as [(typeof shapes)[0], (typeof shapes)[0]];
  return one.whole === other.whole || (one.statements === other.statements && one.clusters === other.clusters);
}

const listStatements = (steps: Plan["steps"]): string =>
  steps
    .flatMap(({ body }) => body.map((node) => showShape(node)))
    .sort()
    .join("\n");

/** Without places and what counts them. */
const showShape = (part: unknown): string =>
  JSON.stringify(part, (key, value: unknown) => (["origin", "id", "before", "text"].includes(key) ? undefined : value));

const proved = new WeakMap<Version, readonly string[]>();

/** What `remedyc prove` says of a version: errors and warnings, but for budgets that end. */
export function prove(version: Version): readonly string[] {
  const known = proved.get(version);
  if (known) return known;
  const found = version.plans.flatMap((plan) => {
    const proof = provePlan(plan, version.catalog, kindModels, { budget: BUDGET, mayBeDisturbed: true });
    const remarks = findRemarks(proof, tellProof(proof, 0)).filter(({ code }) => code !== "RMD9009" && code !== "RMD9015");
    return listFindings([...findRefutations(proof, "error"), ...remarks]);
  });
  proved.set(version, found);
  return found;
}

/** What checking and proving say of a mutant, and not of the recipe as it is. */
export function findMutant({ version, original }: Mutant): { readonly checked: readonly string[]; readonly proved: readonly string[] } {
  return { checked: findNew(version.checked, original.checked), proved: findNew(prove(version), prove(original)) };
}
