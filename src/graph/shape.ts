import { graphFault } from "./fault.ts";

/** A JSON object of an answer. Nothing in it is believed before it is looked at. */
export type Fields = { readonly [field: string]: unknown };

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text that an answer must have. */
export function requireText(fields: Fields, name: string, request: string): string {
  const value = fields[name];
  if (typeof value === "string" && value !== "") return value;
  throw graphFault("RMD8210", { request, reason: value === undefined ? `it lacks '${name}'` : `its '${name}' is no text` });
}

/** A text that an answer may have; where it has none, or something else, the empty one. */
export function readText(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}
