import type { Value } from "./value.ts";

/** [TimeSpan]::MaxValue, in milliseconds. */
export const longestDuration = 922_337_203_685_477;

/**
 * Whether two constants are the same (LANGUAGE, Semantics 15). `ignoreCase` for names, paths and accounts; other strings compare ordinally.
 * Missing parts of a version are 0. Accounts are the same when their SIDs are, or, without SIDs, their names.
 */
export function equalValues(a: Value, b: Value, ignoreCase: boolean): boolean {
  if (a.kind === "list" && b.kind === "list") {
    return (
      a.elements.length === b.elements.length && a.elements.every((element, i) => equalValues(element, b.elements[i] as Value, ignoreCase))
    );
  }
  if (a.kind === "account" && b.kind === "account") {
    return a.sid !== undefined && b.sid !== undefined ? a.sid === b.sid : equalText(a.name, b.name, true);
  }
  if (a.kind === "secret" && b.kind === "secret") return a.store === b.store && a.name === b.name;
  if (a.kind === "enum" && b.kind === "enum") return a.member === b.member;
  if (a.kind === "none" || b.kind === "none") return a.kind === b.kind;
  const order = compareValues(a, b);
  if (order !== undefined) return order === 0;
  const textA = textOf(a);
  const textB = textOf(b);
  if (textA !== undefined && textB !== undefined) return equalText(textA, textB, ignoreCase || a.kind === "path" || b.kind === "path");
  return a.kind === "bool" && b.kind === "bool" && a.value === b.value;
}

/** Negative, zero or positive as `a` is smaller than, equal to or greater than `b`; undefined for values that have no order with each other. */
export function compareValues(a: Value, b: Value): number | undefined {
  if (a.kind === "int" && b.kind === "int") return a.value - b.value;
  if (a.kind === "duration" && b.kind === "duration") return a.milliseconds - b.milliseconds;
  if (a.kind === "date" && b.kind === "date") return a.milliseconds - b.milliseconds;
  if (a.kind === "size" && b.kind === "size") return a.bytes - b.bytes;
  if (a.kind === "version" && b.kind === "version") {
    for (let i = 0; i < 4; i++) {
      const difference = (a.parts[i] ?? 0) - (b.parts[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }
  return undefined;
}

/** The characters of a string or a path. */
export function textOf(value: Value): string | undefined {
  return value.kind === "string" || value.kind === "path" ? value.value : undefined;
}

function equalText(a: string, b: string, ignoreCase: boolean): boolean {
  return ignoreCase ? a.toUpperCase() === b.toUpperCase() : a === b;
}

/** The moment that a date stands for, in milliseconds since 1970: `2026-01-31`, which begins at midnight in UTC, or `2026-01-31T08:30Z`. Undefined for any other text. */
export function parseDate(text: string): number | undefined {
  const [, day, time = "00:00", seconds = ":00"] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?Z)?$/.exec(text) ?? [];
  if (day === undefined) return undefined;
  const milliseconds = Date.parse(`${day}T${time}${seconds}Z`);
  // Date.parse takes the 31st of a shorter month for a day of the next one, and 24:00 for midnight.
  return Number.isNaN(milliseconds) || showDate(milliseconds) !== `${day}T${time}${seconds}Z` ? undefined : milliseconds;
}

/** A moment as ISO 8601 has it, in UTC, to the second. */
function showDate(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, "2026-01-31T08:30:00".length)}Z`;
}

/** A value as people write it in a parameter file or on a command line; secrets show as their reference. */
export function showValue(value: Value): string {
  switch (value.kind) {
    case "none":
      return "none";
    case "string":
    case "path":
      return value.value;
    case "int":
    case "bool":
      return String(value.value);
    case "version":
      return value.parts.join(".");
    case "duration":
      return showMeasure(value.milliseconds, [
        ["d", 86_400_000],
        ["h", 3_600_000],
        ["m", 60_000],
        ["s", 1000],
        ["ms", 1],
      ]);
    case "date":
      return showDate(value.milliseconds);
    case "size":
      return showMeasure(value.bytes, [
        ["TB", 1024 ** 4],
        ["GB", 1024 ** 3],
        ["MB", 1024 ** 2],
        ["KB", 1024],
      ]);
    case "account":
      return value.name;
    case "enum":
      return value.member;
    case "list":
      return `[${value.elements.map(showValue).join(", ")}]`;
    case "secret":
      return `${value.store}:${value.name}`;
    default:
      return unreachable(value);
  }
}

/** The amount in the largest unit that divides it, else in the smallest. */
function showMeasure(amount: number, units: readonly (readonly [string, number])[]): string {
  const unit = units.find(([, factor]) => amount >= factor && amount % factor === 0) ?? units.at(-1);
  return unit ? `${amount / unit[1]}${unit[0]}` : String(amount);
}

function unreachable(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}

/** A number, a duration in milliseconds or a size in bytes; undefined for every other value. */
export function numberOf(value: Value | undefined): number | undefined {
  if (value?.kind === "int") return value.value;
  if (value?.kind === "duration") return value.milliseconds;
  return value?.kind === "size" ? value.bytes : undefined;
}
