import type { TemplateLayer, TemplateFunction, TemplateLibrary, TemplateVariant } from "./library.ts";
import { reduceFunction } from "./sections.ts";

const LAYER_ORDER: readonly TemplateLayer[] = ["platform", "engine", "kinds", "user"];

/** The functions of one script, and the names that were asked for and do not exist. */
export interface LinkResult {
  readonly functions: readonly TemplateFunction[];
  readonly missing: readonly string[];
}

/** The role of a script, as far as its functions depend on it: all that change nothing have those of `detect` but where they have their own. */
export type LinkVariant = Exclude<TemplateVariant, "any">;

/** Whose versions of a word count, the last that has one. */
const VARIANTS: Readonly<Record<LinkVariant, readonly TemplateVariant[]>> = {
  detect: ["any", "detect"],
  discover: ["any", "detect", "discover"],
  silent: ["any", "detect", "discover", "silent"],
  requirement: ["any", "detect", "requirement"],
  repair: ["any", "repair"],
};

/** A library indexed for one sort of role, so that linking many scripts looks every name up once. */
export interface Linker {
  /** The function of that name (case does not matter), as this role has it. */
  find(name: string): TemplateFunction | undefined;
  /**
   * The closure of what `roots` call, in the order platform, engine, kinds, user; by name within each. `uses`: what the script asks of its
   * resources (`Service.Account`); sections of functions that serve nothing of it are left out, and those for a function that is not linked.
   * Without it every section stays.
   */
  link(roots: readonly string[], uses?: ReadonlySet<string>): LinkResult;
}

/** What linking looks up; it is the same for all scripts without functions of a user's own. */
interface FunctionIndex {
  readonly byName: ReadonlyMap<string, TemplateFunction>;
  /** What sections stand for, among it functions whose callers need them. */
  readonly sectionUses: ReadonlySet<string>;
  /** Lower-case names of the functions that a function calls; filled as they are asked for. */
  readonly calls: Map<TemplateFunction, readonly string[]>;
  /** Results by what was asked: the remedies of a fleet are alike. */
  readonly results: Map<string, LinkResult>;
}

/** Indexes of libraries, by variant, kept as long as the library. */
const indexes = new WeakMap<TemplateLibrary, Map<string, FunctionIndex>>();

/**
 * Makes a linker. `variant` picks between the two versions of a word; `userFunctions` come from imported kinds and may not replace a built-in one
 * (a user's function of the same name is ignored here; the catalogue reports the clash).
 */
export function createLinker(library: TemplateLibrary, variant: LinkVariant, userFunctions: readonly TemplateFunction[] = []): Linker {
  const { byName, sectionUses, calls, results } =
    userFunctions.length > 0 ? makeIndex(library, variant, userFunctions) : getIndex(library, variant);
  const linkOnce = (roots: readonly string[], uses: ReadonlySet<string> | undefined): LinkResult => {
    const found = new Map<string, TemplateFunction>();
    const missing: string[] = [];
    const queue = [...roots];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      const key = name.toLowerCase();
      if (found.has(key)) continue;
      const whole = byName.get(key);
      if (!whole) {
        missing.push(name);
        continue;
      }
      const target = reduceFunction(whole, uses);
      found.set(key, target);
      let called = calls.get(target);
      if (!called) {
        called = target.words.filter((word) => word !== key && byName.has(word));
        calls.set(target, called);
      }
      queue.push(...called);
    }
    const functions = [...found.values()].sort(
      (a, b) => LAYER_ORDER.indexOf(a.layer) - LAYER_ORDER.indexOf(b.layer) || (a.name < b.name ? -1 : 1),
    );
    return { functions, missing };
  };
  return {
    find: (name) => byName.get(name.toLowerCase()),
    link(roots, uses) {
      const question = `${roots.join(" ")}|${uses ? [...uses].join(" ") : "everything"}`;
      const known = results.get(question);
      if (known) return known;
      const result = uses ? linkUsed(roots, uses) : linkOnce(roots, undefined);
      results.set(question, result);
      return result;
    },
  };

  function linkUsed(roots: readonly string[], uses: ReadonlySet<string>): LinkResult {
    // Functions read properties of other resources too; what they read may bring in sections that read more. And a function may be what a section stands for.
    const asked = new Set(uses);
    for (;;) {
      const result = linkOnce(roots, asked);
      const before = asked.size;
      for (const each of result.functions) {
        for (const read of each.reads) asked.add(read);
        if (sectionUses.has(each.name)) asked.add(each.name);
      }
      if (asked.size === before) return result;
    }
  }
}

function getIndex(library: TemplateLibrary, variant: LinkVariant): FunctionIndex {
  const known = indexes.get(library) ?? new Map<string, FunctionIndex>();
  const index = known.get(variant) ?? makeIndex(library, variant, []);
  known.set(variant, index);
  indexes.set(library, known);
  return index;
}

function makeIndex(library: TemplateLibrary, variant: LinkVariant, userFunctions: readonly TemplateFunction[]): FunctionIndex {
  const byName = new Map<string, TemplateFunction>();
  for (const candidate of userFunctions) byName.set(candidate.name.toLowerCase(), candidate);
  for (const accepted of VARIANTS[variant])
    for (const candidate of library.functions) if (candidate.variant === accepted) byName.set(candidate.name.toLowerCase(), candidate);
  const sections = [...byName.values()].flatMap((each) => each.sections ?? []);
  return { byName, sectionUses: new Set(sections.flatMap((section) => section.uses ?? [])), calls: new Map(), results: new Map() };
}
