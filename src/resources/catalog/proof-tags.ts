import type ts from "typescript";
import { findTag, getTagTexts } from "./doc-comment.ts";
import type { DocComment } from "./doc-comment.ts";
import { report } from "./extraction.ts";
import type { Extraction } from "./extraction.ts";
import type { CatalogType, KindProof, Property, PropertyProof, ResourceKind, RestartWord } from "./model.ts";

const RESTART_WORDS: readonly string[] = ["may", "always", "never"];

/** `@lasting`, `@fresh running`, `@serves running`: what a property says for proofs. And `@makes`: that the fix makes the thing from it. */
export function readPropertyProof(
  extraction: Extraction,
  doc: DocComment,
  nameNode: ts.Identifier,
  role: string,
  type: CatalogType,
): Pick<Property, "makes" | "proof"> {
  const complain = (tag: string, reason: string): void => report(extraction, "RMD6013", nameNode, { tag, name: nameNode.text, reason });
  const makes = findTag(doc, "makes") !== undefined;
  if (makes && role !== "means" && role !== "state") complain("makes", "it stands on means and states alone");
  const lasting = findTag(doc, "lasting") !== undefined;
  if (lasting && role !== "reading") complain("lasting", "it stands on readings alone, a fix changes the rest");
  const words = (tag: "fresh" | "serves"): readonly string[] => {
    const found = getTagTexts(doc, tag).flatMap((text) => text.split(/[ ,]+/));
    const wrong = found.find((word) => !isWordOf(word, type));
    if (wrong !== undefined) complain(tag, `'${wrong}' is no word of it`);
    else if (found.length > 0 && role !== "state" && role !== "reading") complain(tag, "it stands on states and readings alone");
    else return found;
    return [];
  };
  const [fresh, ...more] = words("fresh");
  if (more.length > 0) complain("fresh", "a new one has one value");
  const serves = words("serves");
  const proof: PropertyProof = {
    ...(lasting && role === "reading" ? { lasting } : {}),
    ...(fresh === undefined ? {} : { fresh }),
    ...(serves.length > 0 ? { serves } : {}),
  };
  return { ...(makes && (role === "means" || role === "state") ? { makes } : {}), ...(Object.keys(proof).length > 0 ? { proof } : {}) };
}

function isWordOf(word: string, type: CatalogType): boolean {
  if (type.kind === "enum") return type.members.some(({ name }) => name === word);
  return type.kind === "bool" && (word === "true" || word === "false");
}

/** Tags for proofs that stand on what has none of it: keys. */
export function reportProofTags(extraction: Extraction, doc: DocComment, nameNode: ts.Identifier): void {
  for (const tag of ["makes", "lasting", "fresh", "serves"])
    if (findTag(doc, tag) !== undefined)
      report(extraction, "RMD6013", nameNode, { tag, name: nameNode.text, reason: "it does not stand on keys" });
}

/** `@restart may`, `@exact`, `@changes service`: what a kind says for proofs. */
export function readKindProof(extraction: Extraction, doc: DocComment, nameNode: ts.Identifier): Pick<ResourceKind, "proof"> {
  const restart: { absent?: RestartWord; present?: RestartWord } = {};
  for (const text of getTagTexts(doc, "restart")) {
    const parts = text.split(" ");
    const word = parts.at(-1) ?? "";
    const [presence] = parts.length > 1 ? parts : [];
    if (!RESTART_WORDS.includes(word) || parts.length > 2 || (presence !== undefined && presence !== "absent" && presence !== "present")) {
      const reason = `'${text}' is none of 'may', 'always' and 'never', behind 'absent' or 'present' where that differs`;
      report(extraction, "RMD6013", nameNode, { tag: "restart", name: nameNode.text, reason });
      continue;
    }
    const about = (presence === undefined ? ["absent", "present"] : [presence]) as readonly ("absent" | "present")[];
    const other = about.find((one) => restart[one] !== undefined && restart[one] !== word);
    if (other !== undefined)
      report(extraction, "RMD9011", nameNode, {
        kind: nameNode.text,
        reason: `'@restart' says '${restart[other]}' and '${word}' of what is ${other}`,
      });
    for (const one of about) restart[one] = word as RestartWord;
  }
  const changes = getTagTexts(doc, "changes").flatMap((text) => text.split(/[ ,]+/));
  const proof: KindProof = {
    ...(Object.keys(restart).length > 0 ? { restart } : {}),
    ...(findTag(doc, "exact") === undefined ? {} : { exact: true }),
    ...(changes.length > 0 ? { changes } : {}),
  };
  return Object.keys(proof).length > 0 ? { proof } : {};
}

/**
 * Where what a kind says for proofs contradicts itself, its interface or its script, a clause for each. `asksForRestart`: whether a function of its script calls `NeedsRestart`; `kinds`: the names
 * of all there are.
 */
export function findContradictions(kind: ResourceKind, asksForRestart: boolean, kinds: ReadonlySet<string>): readonly string[] {
  const { restart, changes = [], exact } = kind.proof ?? {};
  const words: readonly string[] = Object.values(restart ?? {});
  const makers = kind.properties.filter(({ makes }) => makes);
  const [first] = makers;
  return [
    ...(asksForRestart && words.length === 2 && words.every((word) => word === "never")
      ? ["'@restart never', and a function of its script calls NeedsRestart"]
      : []),
    ...(!asksForRestart && words.some((word) => word !== "never")
      ? ["'@restart' says that a fix asks for one, and no function of its script calls NeedsRestart"]
      : []),
    ...(restart?.absent !== undefined && restart.present === undefined && kind.ensure !== "presence"
      ? ["'@restart absent', and it cannot be ensured absent"]
      : []),
    ...(exact && kind.ensure === "none" ? ["'@exact' is about fixes, and it has none"] : []),
    ...(first && kind.creatable !== true ? [`'@makes' of '${first.name}', and its fix makes none: it does not extend Creatable`] : []),
    ...kind.properties.flatMap(({ name, proof, type }) => [
      ...(proof?.lasting && proof.fresh !== undefined
        ? [`'${name}' is '@lasting', which no fix changes, and '@fresh', which one sets`]
        : []),
      ...(proof?.fresh !== undefined && kind.creatable !== true ? [`'@fresh' of '${name}', and its fix makes none`] : []),
      ...(proof?.serves && type.kind === "enum" && type.members.every((member) => proof.serves?.includes(member.name))
        ? [`'@serves' of '${name}' names every word, so that it is never broken`]
        : []),
      ...(proof?.serves && proof.fresh !== undefined && !proof.serves.includes(proof.fresh)
        ? [`a new one has '${name}' ${proof.fresh}, with which it does not serve`]
        : []),
    ]),
    ...changes.filter((name) => !kinds.has(name)).map((name) => `'@changes ${name}', and there is no kind of that name`),
  ];
}
