import { compareValues, equalValues } from "../checker/values.ts";
import type { Value } from "../checker/value.ts";
import type { CatalogType } from "../resources/catalog/model.ts";
import { sampleText } from "../simulator/sample-text.ts";
import { NONE } from "./cell.ts";
import type { Told } from "./constants.ts";

/** What a text is that a remedy does not name. */
const ANOTHER = "another";

/**
 * The classes of a variable, each by a value that stands for it: what neither the remedy (`told`) nor the kind (`own`) tells apart is one. Of words: those that are named, and another; of
 * numbers, versions, durations and sizes: the constants and, where more and less are asked, what lies between, below and above; of texts: the constants, one that each pattern matches, and another. `passes`: it is a time that goes by.
 */
export function classesOf(
  type: CatalogType,
  told: Told | undefined,
  own: readonly Value[],
  mayBeNone: boolean,
  accepts: (seen: Value, wished: Value) => boolean = () => false,
  passes = false,
): readonly Value[] {
  const candidates = candidatesOf(type, told, own, mayBeNone).filter((value) => !passes || !isMoment(value, told));
  if (told && (!told.isFree || told.peers.size > 0)) return candidates;
  const found = new Map<string, Value>();
  for (const value of candidates) {
    const answers = (told?.questions ?? []).map((question) => String(question(value)));
    const accepted = (told?.wishes ?? []).map(
      (isWished) => isWished(value) || (told?.values ?? []).some((wished) => accepts(value, wished)),
    );
    const key = [value.kind === "none", own.findIndex((one) => equalValues(one, value, true)), ...answers, ...accepted].join();
    if (!found.has(key)) found.set(key, value);
  }
  return [...found.values()];
}

/** A time that passes while a run looks at it is never exactly as long as the remedy asks, unless it is over. */
function isMoment(value: Value, told: Told | undefined): boolean {
  return value.kind === "duration" && value.milliseconds > 0 && (told?.values ?? []).some((asked) => equalValues(asked, value, false));
}

function candidatesOf(type: CatalogType, told: Told | undefined, own: readonly Value[], mayBeNone: boolean): readonly Value[] {
  const named = unique([...(told?.values ?? []), ...own].filter(({ kind }) => kind !== "none"));
  const classes = simpleClasses(type, named, told);
  return mayBeNone || (told?.values ?? []).some(({ kind }) => kind === "none" && !classes.some((one) => one.kind === "none"))
    ? [...classes, NONE]
    : classes;
}

function simpleClasses(type: CatalogType, named: readonly Value[], told: Told | undefined): readonly Value[] {
  switch (type.kind) {
    case "bool":
      return [
        { kind: "bool", value: true },
        { kind: "bool", value: false },
      ];
    case "enum": {
      const known = named.filter((value) => value.kind === "enum");
      const others = type.members.filter(({ name }) => !known.some((value) => value.member === name));
      return [...known, ...others.map(({ name }): Value => ({ kind: "enum", member: name }))];
    }
    case "int":
      return numbers(named, told, "int", (value) => ({ kind: "int", value }));
    case "duration":
      return numbers(named, told, "duration", (milliseconds) => ({ kind: "duration", milliseconds }));
    case "date":
      return numbers(named, told, "date", (milliseconds) => ({ kind: "date", milliseconds }));
    case "size":
      return numbers(named, told, "size", (bytes) => ({ kind: "size", bytes }));
    case "version":
      return versions(named, told?.isOrdered ?? false);
    case "data":
      return [...named, ...patternTexts(told), { kind: "string", value: freshText(named) }];
    case "account": {
      const name = `CONTOSO\\${freshText(named)}`;
      return [
        ...named.map((value): Value => (value.kind === "string" ? { kind: "account", name: value.value, sid: undefined } : value)),
        { kind: "account", name, sid: undefined },
      ];
    }
    case "path":
    case "registry_path":
      return [...named, ...patternTexts(told), { kind: "path", value: `C:\\${freshText(named)}` }];
    case "string":
    case "endpoint":
    case "pattern":
    case "powershell":
      return [...named, ...patternTexts(told), { kind: "string", value: freshText(named) }];
    case "list":
      return [...named.filter(({ kind }) => kind === "list"), { kind: "list", elements: [{ kind: "string", value: freshText(named) }] }];
    case "secret":
    case "resource":
      return [NONE];
    default:
      return type satisfies never;
  }
}

type Measure = "int" | "duration" | "size" | "date";

const KB = 1024;

function numbers(named: readonly Value[], told: Told | undefined, kind: Measure, make: (amount: number) => Value): readonly Value[] {
  const amounts = named
    .flatMap((value) =>
      value.kind === "int" && kind === "int"
        ? value.value
        : (value.kind === "duration" || value.kind === "date") && kind === value.kind
          ? value.milliseconds
          : value.kind === "size" && kind === "size"
            ? value.bytes
            : [],
    )
    .sort((a, b) => a - b);
  const highest = amounts.at(-1);
  if (highest === undefined) return [make(0)];
  if (!told?.isOrdered) return [...amounts.map(make), make(highest + 1)];
  const points: number[] = [];
  const [lowest] = amounts as [number, ...number[]];
  // Time goes on while a script runs: well below and well above stay so.
  const isTime = kind === "duration";
  // A scenario says sizes in whole KB.
  const apart = (from: number, room: number): number => (kind === "size" && room > KB ? from + KB : from + 1);
  if (lowest > 0 || kind === "int") points.push(isTime ? Math.floor(lowest / 2) : lowest - apart(0, lowest));
  for (const [i, amount] of amounts.entries()) {
    points.push(amount);
    const following = amounts[i + 1];
    const above = isTime
      ? Math.floor(following === undefined ? amount * 2 : (amount + following) / 2)
      : apart(amount, (following ?? Infinity) - amount);
    if (above > amount && (following === undefined || following > above)) points.push(above);
  }
  return points.map(make);
}

function versions(named: readonly Value[], isOrdered: boolean): readonly Value[] {
  const known = named.filter((value) => value.kind === "version").sort((a, b) => compareValues(a, b) ?? 0);
  const highest = known.at(-1);
  if (!highest) return [{ kind: "version", parts: [1, 0] }];
  const above = (value: { readonly parts: readonly number[] }): Value => ({
    kind: "version",
    parts: [0, 1, 2, 3].map((i) => (value.parts[i] ?? 0) + (i === 3 ? 1 : 0)),
  });
  if (!isOrdered) return [...known, above(highest)];
  return [{ kind: "version", parts: [0, 0] }, ...known.flatMap((value) => [value, above(value)])];
}

/** A text for each pattern, as far as one can be made. */
function patternTexts(told: Told | undefined): readonly Value[] {
  return (told?.patterns ?? []).flatMap((pattern): readonly Value[] => {
    const sample = sampleText(pattern);
    return sample === undefined ? [] : [{ kind: "string", value: sample }];
  });
}

/** A text that is none of these. */
function freshText(named: readonly Value[]): string {
  const isTaken = (text: string): boolean =>
    named.some((value) =>
      (value.kind === "string" || value.kind === "path" ? value.value : value.kind === "account" ? value.name : "")
        .toLowerCase()
        .includes(text),
    );
  let text = ANOTHER;
  for (let number = 2; isTaken(text); number++) text = `${ANOTHER}${number}`;
  return text;
}

function unique(values: readonly Value[]): readonly Value[] {
  const found: Value[] = [];
  for (const value of values) if (!found.some((other) => equalValues(other, value, false))) found.push(value);
  return found;
}
