import type { Value } from "../checker/value.ts";
import { resolveAccount } from "../accounts/accounts.ts";
import { parseDate } from "../checker/values.ts";
import type { CatalogType } from "../resources/catalog/model.ts";
import { dataWords } from "../resources/catalog/names.ts";
import { isValidText } from "./check-text.ts";
import type { GivenValue } from "./given.ts";

/** A value of the type, or what was expected instead. */
export type ParsedValue = { readonly kind: "value"; readonly value: Value } | { readonly kind: "wrong"; readonly expected: string };

const DURATION_FACTORS: { readonly [unit: string]: number } = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const SIZE_FACTORS: { readonly [unit: string]: number } = { KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 };

const ok = (value: Value): ParsedValue => ({ kind: "value", value });
const wrong = (expected: string): ParsedValue => ({ kind: "wrong", expected });

/**
 * Reads a given value by a parameter's type: the text as it would stand in a remedy, without quotes (`30m`, `4GB`, `C:\Setup\x.exe`, `running`).
 * A list is a list in the parameter file, and on a command line its elements with commas between. Secrets are references: `env:NAME`, `dpapi:C:\file`.
 * `asUser`: the remedy runs as the person who is signed in, whose folders and hive may be named.
 */
export function parseGivenValue(given: GivenValue, type: CatalogType, optional: boolean, asUser = false): ParsedValue {
  if (given === null || (optional && given === "none"))
    return optional ? ok({ kind: "none" }) : wrong("a value (this parameter is not optional)");
  if (type.kind === "list") return parseList(given, type.element, asUser);
  if (typeof given === "object") return wrong(describeType(type));
  return parseText(String(given), type, asUser);
}

function parseList(given: GivenValue, element: CatalogType, asUser: boolean): ParsedValue {
  const elements = Array.isArray(given)
    ? (given as readonly GivenValue[])
    : String(given)
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== "");
  const values: Value[] = [];
  for (const inner of elements) {
    const parsed = parseGivenValue(inner, element, false, asUser);
    if (parsed.kind === "wrong") return wrong(`a list whose elements are ${parsed.expected}`);
    values.push(parsed.value);
  }
  return ok({ kind: "list", elements: values });
}

function parseText(text: string, type: CatalogType, asUser: boolean): ParsedValue {
  const expected = describeType(type);
  if (!isValidText(text, type.kind, asUser)) return wrong(expected);
  switch (type.kind) {
    case "string":
    case "pattern":
    case "powershell":
    case "registry_path":
    case "endpoint":
    case "data":
      return ok({ kind: "string", value: text });
    case "path":
      return ok({ kind: "path", value: text });
    case "int": {
      const number = /^-?\d+$|^0x[0-9a-f]+$/i.test(text) ? Number(text) : NaN;
      return Number.isSafeInteger(number) ? ok({ kind: "int", value: number }) : wrong(expected);
    }
    case "bool":
      return text === "true" || text === "false" ? ok({ kind: "bool", value: text === "true" }) : wrong(expected);
    case "version": {
      const parts = /^\d+(?:\.\d+){1,3}$/.test(text) ? text.split(".").map(Number) : undefined;
      return parts?.every((part) => part <= 0x7fffffff) ? ok({ kind: "version", parts }) : wrong(expected);
    }
    case "date": {
      const milliseconds = parseDate(text);
      return milliseconds === undefined ? wrong(expected) : ok({ kind: "date", milliseconds });
    }
    case "duration":
      return parseMeasure(text, DURATION_FACTORS, expected, (milliseconds) => ({ kind: "duration", milliseconds }));
    case "size":
      return parseMeasure(text, SIZE_FACTORS, expected, (bytes) => ({ kind: "size", bytes }));
    case "account": {
      const account = resolveAccount(text);
      if (account.kind === "unknown") return wrong(expected);
      return ok({
        kind: "account",
        name: account.kind === "sid" ? account.name : text,
        sid: account.kind === "sid" ? account.sid : undefined,
      });
    }
    case "secret": {
      const reference =
        /^(?:(env):([A-Za-z_]\w*)|(dpapi):(.+))$/.exec(text) ??
        /^secret\.(?:(env)\(["']([A-Za-z_]\w*)["']\)|(dpapi)\(["'](.+)["']\))$/.exec(text);
      if (!reference) return wrong(expected);
      return ok(
        reference[1] === undefined
          ? { kind: "secret", store: "dpapi", name: reference[4] ?? "" }
          : { kind: "secret", store: "env", name: reference[2] ?? "" },
      );
    }
    case "enum":
      return type.members.some((member) => member.name === text && member.ensurable) ? ok({ kind: "enum", member: text }) : wrong(expected);
    case "list":
    case "resource":
      return wrong(expected);
    default:
      return unreachable(type);
  }
}

function parseMeasure(
  text: string,
  factors: { readonly [unit: string]: number },
  expected: string,
  make: (amount: number) => Value,
): ParsedValue {
  const [, digits, unit] = /^(\d+)([A-Za-z]+)$/.exec(text) ?? [];
  const factor = unit === undefined ? undefined : factors[unit];
  const amount = factor === undefined ? NaN : Number(digits) * factor;
  return Number.isSafeInteger(amount) ? ok(make(amount)) : wrong(expected);
}

/** What a value of the type looks like, for messages. */
export function describeType(type: CatalogType): string {
  switch (type.kind) {
    case "enum":
      return `one of ${type.members
        .filter((member) => member.ensurable)
        .map((member) => member.name)
        .join(", ")}`;
    case "date":
      return "a date such as 2026-01-31 or 2026-01-31T08:30Z (UTC)";
    case "duration":
      return "a duration such as 30s, 5m or 2h";
    case "size":
      return "a size such as 500MB or 4GB";
    case "version":
      return "a version such as 4.7.2";
    case "int":
      return "a whole number";
    case "bool":
      return "true or false";
    case "endpoint":
      return "host:port";
    case "account":
      return "an account (a well-known name, DOMAIN\\name, or a SID)";
    case "secret":
      return "a reference to a secret (env:NAME or dpapi:path), never the secret itself";
    case "path":
      return "a path that Windows takes, with no %Variable% but the well-known ones";
    case "registry_path":
      return "a registry key such as HKLM\\SOFTWARE\\Contoso (HKCU only in a remedy with 'context: user')";
    case "pattern":
      return "a .NET regular expression";
    case "list":
      return `a list of ${type.element.kind}`;
    case "string":
      return "a text";
    case "data":
      return dataWords;
    case "powershell":
      return "PowerShell text";
    case "resource":
      return "a resource";
    default:
      return type satisfies never;
  }
}

function unreachable(value: never): never {
  throw new Error(`unexpected type ${JSON.stringify(value)}`);
}
