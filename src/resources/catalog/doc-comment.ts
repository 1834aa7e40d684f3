import type ts from "typescript";
import { report } from "./extraction.ts";
import type { Extraction } from "./extraction.ts";
import type { CatalogType, Limits } from "./model.ts";
import { flagTags, knownTags } from "./vocabulary.ts";

/** Types whose values have a range. */
const ranged: ReadonlySet<string> = new Set(["int", "duration", "size"]);

/** A doc comment taken apart. */
export interface DocComment {
  /** Its text before the first tag; empty without a comment. Lines of a paragraph are joined, paragraphs are separated by an empty line. */
  readonly text: string;
  readonly tags: readonly { readonly name: string; readonly text: string; readonly node: ts.Node }[];
}

/** Reads the doc comment of a declaration; warns when there is none, and refuses tags that mean nothing. */
export function readDocComment(extraction: Extraction, node: ts.Node, nameNode: ts.Node): DocComment {
  const { ts } = extraction;
  const doc = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
  const name = nameNode.getText(extraction.tree);
  const text = joinLines(ts.getTextOfJSDocComment(doc?.comment) ?? "");
  if (text === "") report(extraction, "RMD6011", nameNode, { name });
  const tags = (doc?.tags ?? []).map((tag) => ({
    name: tag.tagName.text,
    text: joinLines(ts.getTextOfJSDocComment(tag.comment) ?? ""),
    node: tag,
  }));
  for (const tag of tags) {
    if (!knownTags.includes(tag.name))
      report(extraction, "RMD6013", tag.node, { tag: tag.name, name, reason: `there is no such tag; there are @${knownTags.join(", @")}` });
    else if (flagTags.includes(tag.name) !== (tag.text === ""))
      report(extraction, "RMD6013", tag.node, {
        tag: tag.name,
        name,
        reason: tag.text === "" ? "it is empty" : "nothing stands behind it",
      });
  }
  return { text, tags: tags.filter((tag) => knownTags.includes(tag.name) && flagTags.includes(tag.name) === (tag.text === "")) };
}

/** The texts of a tag that may stand several times. */
export function getTagTexts(doc: DocComment, name: string): string[] {
  return doc.tags.filter((tag) => tag.name === name).map((tag) => tag.text);
}

/** The text of a tag; undefined without it. */
export function findTag(doc: DocComment, name: string): string | undefined {
  return doc.tags.find((tag) => tag.name === name)?.text;
}

/** Reads the limits that tags say, and checks them against the type that they limit. */
export function readLimits(
  extraction: Extraction,
  doc: DocComment,
  name: string,
  type: CatalogType,
  oneOf: readonly number[] | undefined,
): Limits {
  const limited = type.kind === "list" ? type.element.kind : type.kind;
  const limits: { -readonly [K in keyof Limits]: Limits[K] } = oneOf ? { oneOf } : {};
  for (const tag of doc.tags) {
    const complain = (reason: string): void => report(extraction, "RMD6013", tag.node, { tag: tag.name, name, reason });
    switch (tag.name) {
      case "minLength":
      case "maxLength":
      case "minimum":
      case "maximum": {
        const isLength = tag.name.endsWith("Length");
        if (!/^-?\d+$/.test(tag.text) || !Number.isSafeInteger(Number(tag.text)) || (isLength && tag.text.startsWith("-")))
          complain(`'${tag.text}' is no whole number`);
        else if (isLength ? !isTextual(limited) : !ranged.has(limited))
          complain(isLength ? "only text has a length" : "only a number, a duration (in milliseconds) and a size (in bytes) have a range");
        else limits[tag.name] = Number(tag.text);
        break;
      }
      case "pattern":
        if (!isTextual(limited)) complain("only text can match a pattern");
        else if (!isRegExp(tag.text)) complain(`'${tag.text}' is no regular expression`);
        else limits.pattern = tag.text;
        break;
      case "format":
        if (!isTextual(limited)) complain("only text has a format");
        else if (tag.text !== "ip_address" && tag.text !== "ip_network") complain(`'${tag.text}' is neither 'ip_address' nor 'ip_network'`);
        else limits.format = tag.text;
        break;
      case "every":
        if (!oneOf) complain("it stands for each of a choice of numbers, and there is none");
        else if (!/^[a-z][a-z0-9_]*$/.test(tag.text)) complain(`'${tag.text}' is no word`);
        else limits.every = tag.text;
        break;
      case "wildcards":
        if (tag.text !== "none" && tag.text !== "last") complain(`'${tag.text}' is neither 'none' nor 'last'`);
        else if (limited !== (tag.text === "none" ? "string" : "path"))
          complain(tag.text === "none" ? "it stands on texts" : "it stands on paths");
        else limits.wildcards = tag.text;
        break;
      case "fit": {
        const fits = tag.text.split(/ +/);
        const wrong = fits.find((fit) => fit !== "hex" && fit.split("*").length !== 2);
        if (wrong !== undefined) complain(`'${wrong}' has no '*' for what was written, and is not 'hex'`);
        else if (limits.pattern === undefined) complain("it stands below a @pattern, which what was meant fits");
        else limits.fit = fits;
        break;
      }
      case "limitSource":
        limits.source = tag.text;
        break;
    }
  }
  if ((limits.minLength ?? 0) > (limits.maxLength ?? Infinity) || (limits.minimum ?? -Infinity) > (limits.maximum ?? Infinity)) {
    const tag = doc.tags.find((each) => each.name.startsWith("max"));
    if (tag) report(extraction, "RMD6013", tag.node, { tag: tag.name, name, reason: "it is less than the least that is allowed" });
  }
  const limitTag = doc.tags.find((tag) => /^(min|max|pattern|format)/.test(tag.name));
  if (limitTag && limits.source === undefined) report(extraction, "RMD6014", limitTag.node, { name });
  return limits;
}

function isTextual(kind: CatalogType["kind"]): boolean {
  return (
    kind === "string" || kind === "path" || kind === "registry_path" || kind === "endpoint" || kind === "pattern" || kind === "account"
  );
}

function isRegExp(text: string): boolean {
  try {
    new RegExp(text, "iu");
    return true;
  } catch {
    return false;
  }
}

function joinLines(text: string): string {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map((paragraph) => paragraph.trim().replace(/[ \t]*\r?\n[ \t]*/g, " "))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}
