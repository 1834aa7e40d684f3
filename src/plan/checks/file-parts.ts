import { identify } from "../lower/resources.ts";
import type { Claim, Conflict } from "./contradictions.ts";

/** Kinds whose things are parts of the text file that their key `path` names. */
const PARTS: ReadonlySet<string> = new Set(["file_line", "ini_value", "json_value", "xml_value"]);

/** Every pair of a part of a file and the whole of it, and all claims with those that parts make on their files: what has a line is there. */
export function claimFiles(claims: ReadonlyMap<string, readonly Claim[]>): {
  readonly parts: readonly { readonly part: Claim; readonly whole: Claim }[];
  readonly all: ReadonlyMap<string, readonly Claim[]>;
} {
  const parts: { part: Claim; whole: Claim }[] = [];
  const all = new Map(claims);
  for (const part of [...claims.values()].flat()) {
    const { resource } = part;
    const path =
      resource.kind === "named" && PARTS.has(resource.resourceKind) ? resource.keys.find((key) => key.name === "path") : undefined;
    if (!path) continue;
    const identity = identify({ name: "file", keys: [{ name: "path" }] }, [path], []);
    parts.push(...(claims.get(identity) ?? []).map((whole) => ({ part, whole })));
    if (part.presence === "present")
      all.set(identity, [...(all.get(identity) ?? []), { ...part, resource: { ...resource, identity }, states: [] }]);
  }
  return { parts, all };
}

/** What contradicts: a part of a file that is to be absent, or whose text is given as a whole. A line that this text has, or has not, as it should be is no contradiction. */
export function findPartConflict(part: Claim, whole: Claim): Conflict | undefined {
  const { label } = part.resource;
  if (whole.presence === "absent")
    return part.presence === "present" ? { property: "presence", first: `present (${label})`, second: "absent" } : undefined;
  const content = whole.states.find((state) => state.name === "content" || state.name === "sha256");
  if (!content || hasLine(part, whole) === (part.presence === "present")) return undefined;
  return { property: "content", first: part.presence === "present" ? label : `no ${label}`, second: "the whole of it" };
}

/** Whether the text of a file has a line, where both are known when compiling. */
function hasLine(part: Claim, whole: Claim): boolean | undefined {
  const line = part.resource.kind === "named" ? part.resource.keys.find((key) => key.name === "line")?.value : undefined;
  const content = whole.states.find((state) => state.name === "content")?.value;
  if (line?.kind !== "constant" || line.value.kind !== "string" || content?.kind !== "constant" || content.value.kind !== "string")
    return undefined;
  return content.value.value.split(/\r\n|\n|\r/).includes(line.value.value);
}
