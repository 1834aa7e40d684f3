import type { Catalog, ResourceKind } from "../../resources/catalog/model.ts";
import { identify } from "../lower/resources.ts";
import type { PlanExpression, PlanResource } from "../plan.ts";
import type { Claim, Conflict } from "./contradictions.ts";

/** Every pair of a part of a thing (`@partOf file`) and what it is a part of, and all claims with those that parts make on the whole: what has a line is there. */
export function claimFiles(
  claims: ReadonlyMap<string, readonly Claim[]>,
  { kinds }: Catalog,
): { readonly parts: readonly { readonly part: Claim; readonly whole: Claim }[]; readonly all: ReadonlyMap<string, readonly Claim[]> } {
  const parts: { part: Claim; whole: Claim }[] = [];
  const all = new Map(claims);
  for (const part of [...claims.values()].flat()) {
    const { resource } = part;
    const kind = resource.kind === "named" ? kinds[resource.resourceKind] : undefined;
    const declared = kind?.keys.find(({ partOf }) => partOf !== undefined);
    if (resource.kind !== "named" || !kind || !declared) continue;
    const path = resource.keys.find((key) => key.name === declared.name);
    const file = kinds[declared.partOf ?? ""];
    const [fileKey] = file?.keys ?? [];
    if (!path || !file || !fileKey) continue;
    const identity = identify(file, [{ ...path, name: fileKey.name }], []);
    for (const around of [identity, ...listAround(resource, kind)])
      parts.push(...(claims.get(around) ?? []).map((whole) => ({ part, whole })));
    if (part.presence === "present")
      all.set(identity, [...(all.get(identity) ?? []), { ...part, resource: { ...resource, identity }, states: [] }]);
  }
  return { parts, all };
}

/** The identities of the values that one of a JSON or XML file lies in: `/a` and `/a/b` of `/a/b/c`, `/a/add` of `/a/add[@key='x']`. */
function listAround(resource: PlanResource & { readonly kind: "named" }, kind: ResourceKind): string[] {
  const name = kind.keys.find(({ nested }) => nested)?.name;
  const place = textOf(resource, name);
  if (place === undefined) return [];
  const ends = [...place.matchAll(/\[@[^=]+='[^']*'\]|\//g)].map(({ index }) => index).filter((index) => index > 0);
  return ends.map((end) => {
    const value: PlanExpression = { kind: "constant", value: { kind: "string", value: place.slice(0, end) }, type: undefined };
    const keys = resource.keys.map((key) => (key.name === name ? { ...key, value } : key));
    return identify(kind, keys, []);
  });
}

function textOf(resource: PlanResource, name: string | undefined): string | undefined {
  const value = resource.kind === "named" ? resource.keys.find((key) => key.name === name)?.value : undefined;
  return value?.kind === "constant" && value.value.kind === "string" ? value.value.value : undefined;
}

/**
 * What contradicts: a part of what is to be absent, or of what is given as a whole, be it a file or a value of it. A line that the text of a file has, or has not, as it should be is
 * no contradiction, nor what is in JSON that is given as such.
 */
export function findPartConflict(part: Claim, whole: Claim): Conflict | undefined {
  const { label } = part.resource;
  if (whole.presence === "absent")
    return part.presence === "present" ? { property: "presence", first: `present (${label})`, second: "absent" } : undefined;
  const content = whole.states.find((state) => ["content", "sha256", "data", "value"].includes(state.name));
  if (!content || hasLine(part, whole) === (part.presence === "present")) return undefined;
  if (isAttribute(part, whole)) return undefined;
  if (part.presence === "absent" && content.name !== "content" && content.name !== "sha256") return undefined;
  const property = content.name === "sha256" ? "content" : content.name;
  return { property, first: part.presence === "present" ? label : `no ${label}`, second: "the whole of it" };
}

/** Whether the text of a file has a line, where both are known when compiling. */
function hasLine(part: Claim, whole: Claim): boolean | undefined {
  const line = textOf(part.resource, "line");
  const content = whole.states.find((state) => state.name === "content")?.value;
  if (line === undefined || content?.kind !== "constant" || content.value.kind !== "string") return undefined;
  return content.value.value.split(/\r\n|\n|\r/).includes(line);
}

/** Whether a part is an attribute of the element whose text is given. */
function isAttribute(part: Claim, whole: Claim): boolean {
  const [inner, outer] = [textOf(part.resource, "xpath"), textOf(whole.resource, "xpath")];
  return inner !== undefined && outer !== undefined && !/^(\[@[^=]+='[^']*'\])?\/[^@]/.test(inner.slice(outer.length));
}
