import { printValue } from "../checker/print-value.ts";
import type { Subject } from "./evaluate/conditions.ts";
import type { PropertyValue } from "./evaluate/run.ts";

/** How the names of a kind's resource are written: by their place, and by name. */
const BY_PLACE: Readonly<Record<string, readonly string[]>> = {
  registry_value: ["key", "name"],
  registry_key: ["key"],
  file_line: ["path", "line"],
};

/** A resource as a remedy names it. */
export function printSubject({ kind, names }: Subject): string {
  const entries = Object.entries(names);
  if (entries.length === 0) return kind;
  const order = BY_PLACE[kind] ?? [entries.find(([name]) => !isNamed(kind, name))?.[0] ?? ""];
  const placed = order.filter((name) => name !== "").map((name) => printText(String(names[name] ?? "")));
  const named = entries
    .filter(([name]) => !order.includes(name))
    .map(([name, value]) =>
      name.endsWith(" matches") ? `${name} ${printRaw(String(value))}` : `${name}: ${printConstant(kind, name, value)}`,
    );
  return `${kind}(${[...placed, ...named].join(", ")})`;
}

function isNamed(kind: string, name: string): boolean {
  return name === "view" || name === "scope" || name.endsWith(" matches") || (kind === "package" && name !== "name");
}

function printConstant(kind: string, name: string, value: string | number): string {
  return typeof value === "number" || (kind === "environment_variable" && name === "scope") ? String(value) : printText(value);
}

/** A pattern: raw, since its backslashes are its own. */
function printRaw(text: string): string {
  return text.includes("'") ? printText(text) : `'${text}'`;
}

export function printText(text: string): string {
  return printValue({ kind: "string", value: text });
}

function printProperty(value: PropertyValue): string {
  if (value === null) return "none";
  if (typeof value === "object") return "word" in value ? value.word : `[${value.map(printText).join(", ")}]`;
  return typeof value === "string" ? printText(value) : String(value);
}

export function printProperties(properties: Readonly<Record<string, PropertyValue>>): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}: ${printProperty(value)}`);
  return written.length === 0 ? "" : ` { ${written.join(", ")} }`;
}
