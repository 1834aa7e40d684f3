import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Node, Pair } from "yaml";
import { findClosest } from "../binder/did-you-mean.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { parseSchedule, scheduleForms } from "./schedule.ts";
import type { Schedule } from "./schedule.ts";

/** A name or an object id, and where it stands. */
export interface Named {
  readonly name: string;
  readonly span: Span;
}

/** Who gets something. */
export interface WantedReceiver {
  readonly to: { readonly kind: "group"; readonly group: Named } | { readonly kind: "devices" } | { readonly kind: "users" };
  readonly filter: { readonly kind: "include" | "exclude"; readonly filter: Named } | undefined;
}

/** When a remediation runs there. */
interface Timed {
  readonly schedule: Schedule;
}

/** What an app is assigned as (https://learn.microsoft.com/graph/api/resources/intune-shared-installintent), but for devices that are not enrolled. */
export type Intent = "required" | "available" | "uninstall";
interface Intended {
  readonly intent: Intent;
}

/** What the file says of one remediation or app. */
export interface Wanted<T extends WantedReceiver = WantedReceiver> {
  readonly name: string;
  readonly span: Span;
  readonly targets: readonly T[];
  readonly excluded: readonly Named[];
}
export type WantedAssignments = Wanted<WantedReceiver & Timed>;
export type WantedAppAssignments = Wanted<WantedReceiver & Intended>;

/** An assignments file: whose remediations and apps these are, and who gets them. */
export interface AssignmentsFile {
  /** Tells the repositories apart that publish into one tenant. */
  readonly project: string;
  readonly remedies: readonly WantedAssignments[];
  readonly apps: readonly WantedAppAssignments[];
}

const FILE_KEYS = ["project", "remedies", "apps"];
const ENTRY_KEYS = ["assign", "exclude"];
const TARGET_KEYS = ["group", "all", "include_filter", "exclude_filter"];
const INTENTS: readonly Intent[] = ["required", "available", "uninstall"];

/** What an assignment of a section says beside its receiver; what is beside `assign` is for all that do not say it. */
interface Trait<V> {
  readonly key: string;
  /** A clause for an assignment that has none. */
  readonly missing: string;
  read(text: Named): V | { readonly reason: string };
}

const timed: Trait<Timed> = {
  key: "schedule",
  missing: `it has no schedule; write 'schedule:' with ${scheduleForms}`,
  read: ({ name }) => {
    const schedule = parseSchedule(name);
    return "reason" in schedule ? schedule : { schedule };
  },
};

const intended: Trait<Intended> = {
  key: "intent",
  missing: "it has no intent; write 'intent:' with 'required', 'available' or 'uninstall'",
  read: ({ name }) => {
    const intent = INTENTS.find((each) => each === name);
    return intent ? { intent } : { reason: `'${name}' is no intent; there are 'required', 'available' and 'uninstall'` };
  },
};

/** Reads an assignments file, YAML or JSON (which is YAML). Every mistake is told, with its place. */
export function readAssignmentsFile(source: SourceFile): WithDiagnostics<AssignmentsFile | undefined> {
  const reader = new Reader(source);
  const value = reader.read();
  return { value: reader.diagnostics.length > 0 ? undefined : value, diagnostics: reader.diagnostics };
}

class Reader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: SourceFile;

  constructor(source: SourceFile) {
    this.#source = source;
  }

  read(): AssignmentsFile | undefined {
    const document = parseDocument(this.#source.text, { schema: "failsafe", uniqueKeys: false });
    for (const { pos, message } of document.errors)
      this.#complain(
        { start: pos[0], end: pos[1] },
        `it is no YAML or JSON: ${(message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "")}`,
      );
    if (document.errors.length > 0) return undefined;
    const keys = this.#readMap(document.contents, "the file", FILE_KEYS);
    if (!keys) return undefined;
    const project = this.#readProject(keys.get("project"));
    return {
      project,
      remedies: this.#readSection("remedies", keys.get("remedies"), timed),
      apps: this.#readSection("apps", keys.get("apps"), intended),
    };
  }

  #readSection<V extends object>(section: string, pair: Pair | undefined, trait: Trait<V>): Wanted<WantedReceiver & V>[] {
    const entries = pair ? this.#readMap(pair.value, `'${section}'`, undefined, pair.key) : undefined;
    return [...(entries ?? [])].map(([name, entry]) => this.#readEntry(name, entry, trait));
  }

  #readProject(pair: Pair | undefined): string {
    const text = pair ? this.#readText(pair.value, "'project'", pair.key) : undefined;
    if (!pair)
      this.#complain(
        { start: 0, end: 0 },
        "it lacks 'project', which tells this repository from others in the tenant: 'project: contoso-workplace'",
      );
    else if (text && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text.name))
      this.#complain(text.span, `the project '${text.name}' has other characters than letters, digits, '.', '_' and '-', or more than 64`);
    return text?.name ?? "";
  }

  #readEntry<V extends object>(name: string, pair: Pair, trait: Trait<V>): Wanted<WantedReceiver & V> {
    const span = this.#spanOf(pair.key);
    const keys = this.#readMap(pair.value, `'${name}'`, [trait.key, ...ENTRY_KEYS], pair.key);
    // What is wrong with it is told once, not at each receiver.
    const forAll = keys?.get(trait.key);
    const own = forAll ? (this.#readTrait(forAll, trait) ?? "told") : undefined;
    const targets = this.#readList(keys?.get("assign"), "'assign'").flatMap((node) => this.#readTarget(node, own, trait) ?? []);
    const excluded = this.#readList(keys?.get("exclude"), "'exclude'").flatMap(
      (node) => this.#readText(node, "a group under 'exclude'") ?? [],
    );
    const assign = keys?.get("assign")?.value;
    const hasTargets = isSeq(assign) && assign.items.length > 0;
    if (excluded.length > 0 && !hasTargets) this.diagnostics.push(createDiagnostic("RMD8205", span, { remedy: name }));
    if (keys && !keys.has("assign") && excluded.length === 0)
      this.#complain(span, `'${name}' lacks 'assign'; write 'assign: []' where nobody is to get it`);
    return { name, span, targets, excluded };
  }

  #readTarget<V extends object>(node: unknown, inherited: V | "told" | undefined, trait: Trait<V>): (WantedReceiver & V) | undefined {
    const keys = this.#readMap(node, "an entry of 'assign'", [...TARGET_KEYS, trait.key]);
    if (!keys) return undefined;
    const span = this.#spanOf(node);
    const to = this.#readReceiver(keys, span);
    const filters = (["include", "exclude"] as const).flatMap((kind) => {
      const pair = keys.get(`${kind}_filter`);
      const filter = pair ? this.#readText(pair.value, `'${kind}_filter'`, pair.key) : undefined;
      return filter ? [{ kind, filter }] : [];
    });
    if (filters.length > 1) this.#complain(span, "an assignment has one filter: 'include_filter' or 'exclude_filter'");
    const isWritten = keys.has(trait.key);
    const own = isWritten ? this.#readTrait(keys.get(trait.key), trait) : inherited;
    if (!own && !isWritten) this.#complain(span, trait.missing);
    return to && own && own !== "told" ? { to, filter: filters[0], ...own } : undefined;
  }

  #readReceiver(keys: ReadonlyMap<string, Pair>, span: Span): WantedReceiver["to"] | undefined {
    const [group, all] = [keys.get("group"), keys.get("all")];
    if ((group === undefined) === (all === undefined)) {
      this.#complain(span, "an entry of 'assign' names one receiver: 'group: NAME', 'all: devices' or 'all: users'");
      return undefined;
    }
    if (group) {
      const named = this.#readText(group.value, "'group'", group.key);
      return named && { kind: "group", group: named };
    }
    const word = all && this.#readText(all.value, "'all'", all.key);
    if (word?.name === "devices" || word?.name === "users") return { kind: word.name };
    if (word) this.#complain(word.span, `'all' is 'devices' or 'users', not '${word.name}'`);
    return undefined;
  }

  #readTrait<V extends object>(pair: Pair | undefined, trait: Trait<V>): V | undefined {
    const text = pair ? this.#readText(pair.value, `'${trait.key}'`, pair.key) : undefined;
    if (!text) return undefined;
    const read = trait.read(text);
    if (!("reason" in read)) return read;
    this.#complain(text.span, read.reason);
    return undefined;
  }

  #readList(pair: Pair | undefined, what: string): readonly unknown[] {
    if (!pair) return [];
    if (isSeq(pair.value)) return pair.value.items;
    this.#complain(this.#spanOf(pair.value ?? pair.key), `${what} is a list: lines that begin with '- '`);
    return [];
  }

  #readText(node: unknown, what: string, place: unknown = node): Named | undefined {
    const text = isScalar(node) ? String(node.value).trim() : "";
    if (text !== "") return { name: text, span: this.#spanOf(node) };
    this.#complain(this.#spanOf(node ?? place), `${what} must be a text`);
    return undefined;
  }

  /** The members of a map by name; `known` are those that it may have. */
  #readMap(node: unknown, what: string, known: readonly string[] | undefined, place: unknown = node): Map<string, Pair> | undefined {
    if (!isMap(node)) {
      const hint = known ? ` with ${known.map((key) => `'${key}'`).join(", ")}` : "";
      this.#complain(this.#spanOf(node ?? place), `${what} must hold 'name: value' lines${hint}`);
      return undefined;
    }
    const found = new Map<string, Pair>();
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      const span = this.#spanOf(pair.key);
      if (found.has(key)) this.#complain(span, `'${key}' stands there twice`);
      else if (known && !known.includes(key)) {
        const closest = findClosest(key, known);
        this.#complain(
          span,
          `${what} has no '${key}'${closest === undefined ? "" : `; did you mean '${closest}'`}; there are ${known.join(", ")}`,
        );
      }
      found.set(key, pair);
    }
    return found;
  }

  #spanOf(node: unknown): Span {
    const range = (node as Node | null)?.range;
    return { file: this.#source, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
  }

  #complain(span: { readonly start: number; readonly end: number }, reason: string): void {
    this.diagnostics.push(
      createDiagnostic("RMD8204", { file: this.#source, start: span.start, end: span.end }, { path: this.#source.path, reason }),
    );
  }
}
