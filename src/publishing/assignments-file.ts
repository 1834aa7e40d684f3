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

/** Who gets a remedy, and when it runs there. */
export interface WantedTarget {
  readonly to: { readonly kind: "group"; readonly group: Named } | { readonly kind: "devices" } | { readonly kind: "users" };
  readonly filter: { readonly kind: "include" | "exclude"; readonly filter: Named } | undefined;
  readonly schedule: Schedule;
}

/** What the file says of one remedy. */
export interface WantedAssignments {
  readonly name: string;
  readonly span: Span;
  readonly targets: readonly WantedTarget[];
  readonly excluded: readonly Named[];
}

/** An assignments file: whose remediations these are, and who gets them. */
export interface AssignmentsFile {
  /** Tells the repositories apart that publish into one tenant. */
  readonly project: string;
  readonly remedies: readonly WantedAssignments[];
}

const FILE_KEYS = ["project", "remedies"];
const REMEDY_KEYS = ["schedule", "assign", "exclude"];
const TARGET_KEYS = ["group", "all", "include_filter", "exclude_filter", "schedule"];

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
    const remedies = keys.get("remedies");
    const entries = remedies ? this.#readMap(remedies.value, "'remedies'", undefined, remedies.key) : undefined;
    return { project, remedies: [...(entries ?? [])].map(([name, pair]) => this.#readRemedy(name, pair)) };
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

  #readRemedy(name: string, pair: Pair): WantedAssignments {
    const span = this.#spanOf(pair.key);
    const keys = this.#readMap(pair.value, `'${name}'`, REMEDY_KEYS, pair.key);
    const own = this.#readSchedule(keys?.get("schedule"));
    const targets = this.#readList(keys?.get("assign"), "'assign'").flatMap((node) => this.#readTarget(node, own) ?? []);
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

  #readTarget(node: unknown, inherited: Schedule | undefined): WantedTarget | undefined {
    const keys = this.#readMap(node, "an entry of 'assign'", TARGET_KEYS);
    if (!keys) return undefined;
    const span = this.#spanOf(node);
    const to = this.#readReceiver(keys, span);
    const filters = (["include", "exclude"] as const).flatMap((kind) => {
      const pair = keys.get(`${kind}_filter`);
      const filter = pair ? this.#readText(pair.value, `'${kind}_filter'`, pair.key) : undefined;
      return filter ? [{ kind, filter }] : [];
    });
    if (filters.length > 1) this.#complain(span, "an assignment has one filter: 'include_filter' or 'exclude_filter'");
    const isWritten = keys.has("schedule");
    const schedule = isWritten ? this.#readSchedule(keys.get("schedule")) : inherited;
    if (!schedule && !isWritten && inherited === undefined)
      this.#complain(span, `it has no schedule; write 'schedule:' with ${scheduleForms}`);
    return to && schedule ? { to, schedule, filter: filters[0] } : undefined;
  }

  #readReceiver(keys: ReadonlyMap<string, Pair>, span: Span): WantedTarget["to"] | undefined {
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

  #readSchedule(pair: Pair | undefined): Schedule | undefined {
    const text = pair ? this.#readText(pair.value, "'schedule'", pair.key) : undefined;
    if (!text) return undefined;
    const schedule = parseSchedule(text.name);
    if (!("reason" in schedule)) return schedule;
    this.#complain(text.span, schedule.reason);
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
