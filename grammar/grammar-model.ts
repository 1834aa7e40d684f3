import type { ISerializedGast } from "chevrotain";
import { RemedyParser } from "./parser.ts";

/** A grammar expression, as the generated EBNF and the diagrams show it. */
export type GrammarItem =
  | { readonly kind: "terminal"; readonly text: string }
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "sequence" | "choice"; readonly items: readonly GrammarItem[] }
  | { readonly kind: "optional" | "repetition"; readonly item: GrammarItem };

export interface GrammarRule {
  readonly name: string;
  readonly definition: GrammarItem;
}

/** Tokens that are no fixed text, with what the lexical part of the generated grammar says of them. */
export const lexicalRules: readonly { readonly name: string; readonly definition: string; readonly remark: string }[] = [
  { name: "Comment", definition: '"//" rest-of-line', remark: '"///" documents the declaration below it; no block comments' },
  { name: "Word", definition: 'letter { letter | digit | "_" }', remark: "A to Z, a to z" },
  { name: "Name", definition: "Word - Reserved", remark: "every other word of this grammar is an ordinary Name elsewhere" },
  {
    name: "Characters",
    definition: "{ character | escape }",
    remark: 'one line; escapes: \\\\ \\" \\n \\r \\t \\$ \\u{1 to 6 hex digits}',
  },
  { name: "Text", definition: `'"' Characters '"'`, remark: "" },
  { name: "Raw", definition: `"'" { any character but "'" and line end } "'"`, remark: "no escapes" },
  { name: "RawBlock", definition: `"'''" { any } "'''"`, remark: "first line end and common indent dropped; line ends become LF" },
  { name: "Integer", definition: '[ "-" ] digit { digit } | "0x" hex { hex }', remark: "at most 2^53 - 1" },
  { name: "Version", definition: 'int "." int [ "." int [ "." int ] ]', remark: "there are no fractions: 4.7 is a version" },
  { name: "Measure", definition: 'digit { digit } ( "ms" | "s" | "m" | "h" | "d" | "KB" | "MB" | "GB" | "TB" )', remark: "" },
];

const lexicalNames: Readonly<Record<string, string>> = {
  Name: "Name",
  AnyText: "Text",
  AnyRaw: "Raw",
  RawBlock: "RawBlock",
  AnyInteger: "Integer",
  Version: "Version",
  Measure: "Measure",
  TextChunk: "Characters",
};

/** The comparison operators are one category of tokens in the rules. */
const compareOperators = ["==", "!=", "<", "<=", ">", ">=", "matches", "in"];

/** Texts of tokens whose label is written for messages. */
const literals: Readonly<Record<string, string>> = { TextStart: '"', TextEnd: '"' };

/** All rules of the parser in the order in which a reader meets them, beginning with the file. */
export function readGrammar(): GrammarRule[] {
  const serialized = new RemedyParser({ analysis: "full" }).getSerializedGastProductions();
  const byName = new Map<string, GrammarRule>();
  for (const rule of serialized) {
    if (!("name" in rule) || !("definition" in rule)) continue;
    byName.set(rule.name as string, { name: rule.name as string, definition: convertAll(rule.definition) });
  }
  byName.set("Compare", {
    name: "Compare",
    definition: { kind: "choice", items: compareOperators.map((text) => ({ kind: "terminal", text })) },
  });
  const ordered = new Map<string, GrammarRule>();
  const visit = (name: string): void => {
    const rule = byName.get(name);
    if (!rule || ordered.has(name)) return;
    ordered.set(name, rule);
    for (const reference of collectReferences(rule.definition)) visit(reference);
  };
  visit("File");
  return [...ordered.values()];
}

function convertAll(items: readonly ISerializedGast[]): GrammarItem {
  const converted = items.map(convert);
  return converted.length === 1 ? (converted[0] as GrammarItem) : { kind: "sequence", items: converted };
}

function convert(item: ISerializedGast): GrammarItem {
  const definition = "definition" in item ? item.definition : [];
  switch (item.type) {
    case "NonTerminal":
      return { kind: "reference", name: nameOf(item) };
    case "Terminal":
      return convertTerminal(nameOf(item), "label" in item ? String(item.label) : "");
    case "Option":
      return { kind: "optional", item: convertAll(definition) };
    case "Repetition":
      return { kind: "repetition", item: convertAll(definition) };
    case "Alternation":
      return { kind: "choice", items: definition.map(convert) };
    case "Alternative":
      return convertAll(definition);
    default:
      throw new Error(`The rules use '${item.type}', which the generated grammar does not show yet.`);
  }
}

function convertTerminal(name: string, label: string): GrammarItem {
  if (name === "Compare") return { kind: "reference", name };
  const lexical = lexicalNames[name];
  return lexical === undefined ? { kind: "terminal", text: literals[name] ?? label } : { kind: "reference", name: lexical };
}

function nameOf(item: ISerializedGast): string {
  return "name" in item ? String(item.name) : "";
}

/** The names of the rules that an expression refers to, in the order of their appearance. */
export function collectReferences(item: GrammarItem): string[] {
  switch (item.kind) {
    case "terminal":
      return [];
    case "reference":
      return [item.name];
    case "sequence":
    case "choice":
      return item.items.flatMap(collectReferences);
    case "optional":
    case "repetition":
      return collectReferences(item.item);
    default:
      return item satisfies never;
  }
}
