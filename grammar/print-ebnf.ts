import { lexicalRules } from "./grammar-model.ts";
import type { GrammarItem, GrammarRule } from "./grammar-model.ts";
import { reservedTokens } from "./tokens.ts";

const width = 118;

/** The grammar in the EBNF of the language's design: `{ }` any number of times, `[ ]` at most once, `|` or, `;` ends a rule. */
export function printEbnf(rules: readonly GrammarRule[]): string {
  const names = [...rules.map((rule) => rule.name), ...lexicalRules.map((rule) => rule.name), "Reserved"];
  const column = Math.max(...names.map((name) => name.length));
  const lines = ["(* Generated from grammar/rules by grammar/generate.ts: do not edit. *)", "", "(* Lexical *)"];
  for (const rule of lexicalRules) {
    const text = `${rule.name.padEnd(column)} = ${rule.definition} ;`;
    lines.push(rule.remark === "" ? text : `${text.padEnd(72)} (* ${rule.remark} *)`);
  }
  lines.push(`${"Reserved".padEnd(column)} = ${reservedTokens.map((token) => `"${token.LABEL ?? ""}"`).join(" | ")} ;`, "", "(* Rules *)");
  for (const rule of rules) lines.push(...wrap(`${rule.name.padEnd(column)} = `, `${print(rule.definition, "rule")} ;`));
  return `${lines.join("\n")}\n`;
}

type Context = "rule" | "sequence" | "choice" | "group";

function print(item: GrammarItem, context: Context): string {
  switch (item.kind) {
    case "terminal":
      return item.text === '"' ? `'"'` : `"${item.text}"`;
    case "reference":
      return item.name;
    case "optional":
      return `[ ${print(item.item, "group")} ]`;
    case "repetition":
      return `{ ${print(item.item, "group")} }`;
    case "sequence":
      return item.items.map((part) => print(part, "sequence")).join(" ");
    case "choice": {
      const text = item.items.map((part) => print(part, "choice")).join(" | ");
      return context === "sequence" ? `( ${text} )` : text;
    }
    default:
      return item satisfies never;
  }
}

/** Breaks a rule before `|` and, where that does not do, between words. */
function wrap(head: string, text: string): string[] {
  const lines: string[] = [];
  let line = head;
  for (const word of text.split(/ (?=\| )| /)) {
    if (line.length + word.length + 1 > width && line.trim() !== "") {
      lines.push(line.trimEnd());
      line = " ".repeat(head.length);
    }
    line += `${word} `;
  }
  lines.push(line.trimEnd());
  return lines;
}
