import { createToken } from "chevrotain";
import type { TokenType } from "chevrotain";
import { patternOf } from "../src/source/wildcards.ts";
import { AnyRaw, AnyText, Compare } from "./token-categories.ts";
import { And, False, None, Not, Or, True } from "./tokens.ts";

/**
 * Spellings of other languages and of word processors that are understood, reported with the right spelling, and then treated as if it stood
 * there: one mistake gives one diagnostic.
 */
function mistake(name: string, pattern: string | RegExp, label: string, meant: TokenType): TokenType {
  return createToken({ name, label, pattern, categories: [meant] });
}

export const AndSymbol = mistake("AndSymbol", "&&", "and", And);
export const OrSymbol = mistake("OrSymbol", "||", "or", Or);
export const NotSymbol = mistake("NotSymbol", /!(?!=)/, "not", Not);
export const UnequalSymbol = mistake("UnequalSymbol", "<>", "!=", Compare);
export const DashAnd = mistake("DashAnd", /-and\b/i, "and", And);
export const DashOr = mistake("DashOr", /-or\b/i, "or", Or);
export const DashNot = mistake("DashNot", /-not\b/i, "not", Not);
export const DashCompare = mistake("DashCompare", /-[ci]?(?:eq|ne|lt|le|gt|ge|(?:not)?match|(?:not)?in)\b/i, "a comparison", Compare);

/** PowerShell's operators for which there is no sign or word between the same two values. What stands around one is passed over. */
export const DashOther = mistake("DashOther", /-(?:[ci]?(?:not)?(?:like|contains)|join)\b/i, "a comparison", Compare);

/** PowerShell's constants. */
export const DollarTrue = mistake("DollarTrue", /\$true\b/i, "true", True);
export const DollarFalse = mistake("DollarFalse", /\$false\b/i, "false", False);
export const DollarNull = mistake("DollarNull", /\$null\b/i, "none", None);

/** Quotes as word processors write them; the closing one may be a straight one or lack. */
export const PastedText = mistake("PastedText", /[\u201c\u201d\u201e][^"\u201c\u201d\u201e\r\n]*["\u201c\u201d\u201e]?/, "a text", AnyText);
export const PastedRaw = mistake("PastedRaw", /[\u2018\u2019\u201a][^'\u2018\u2019\u201a\r\n]*['\u2018\u2019\u201a]?/, "a text", AnyRaw);

/** A raw text with quotes in it, doubled as PowerShell has them. */
export const DoubledRaw = mistake("DoubledRaw", /'(?!'')[^'\r\n]*(?:''[^'\r\n]*)+'/, "a text", AnyRaw);

/** A path without quotes: `C:\Windows`, `%TEMP%\x`, `HKLM\SOFTWARE`. Tried before words, since it begins like one. */
export const BarePath = mistake("BarePath", /(?:[A-Za-z]:\\|%\w+%|HK(?:LM|CU|CR|U|CC|EY_[A-Z_]+):?\\)[^\s"'(){}[\],;]*/, "a text", AnyRaw);

/** Tried before the right spellings, since some of them begin alike. */
export const mistakeTokens: readonly TokenType[] = [
  AndSymbol,
  OrSymbol,
  NotSymbol,
  UnequalSymbol,
  DashAnd,
  DashOr,
  DashNot,
  DashCompare,
  DashOther,
  DollarTrue,
  DollarFalse,
  DollarNull,
  PastedText,
  PastedRaw,
  DoubledRaw,
];

const comparisons: Readonly<Record<string, string>> = {
  "-eq": "==",
  "-ne": "!=",
  "-lt": "<",
  "-le": "<=",
  "-gt": ">",
  "-ge": ">=",
  "-match": "matches",
  "-notmatch": "not matches",
  "-in": "in",
  "-notin": "not in",
};

/** What to write instead of `-like "a*"` and its like, and how much behind the operator that replaces. */
export function findOtherWay(image: string, behind: string): { readonly right: string; readonly replaces: string | undefined } {
  const word = image.toLowerCase().replace(/^-[ci]?(?=not|like|contains)/, "-");
  const no = word.startsWith("-not") ? "not " : "";
  if (word === "-join") return { right: '"${…}"', replaces: undefined };
  if (word.endsWith("contains")) return { right: `value ${no}in list`, replaces: undefined };
  const [literal, , wildcard] = /^\s*(["'])([^"'$`\r\n]*)\1/.exec(behind) ?? [];
  if (literal === undefined || wildcard === undefined) return { right: `${no}matches '…'`, replaces: undefined };
  const pattern = `^${patternOf(wildcard)}$`.replace(/^\^\.\*/, "").replace(/\.\*\$$/, "");
  return { right: `${no}matches '${pattern}'`, replaces: literal };
}

/** What to write instead of a misspelt operator; undefined for every other token. */
export function findRightOperator(type: TokenType, image: string): string | undefined {
  switch (type) {
    case AndSymbol:
    case DashAnd:
      return "and";
    case OrSymbol:
    case DashOr:
      return "or";
    case NotSymbol:
    case DashNot:
      return "not";
    case UnequalSymbol:
      return "!=";
    case DashCompare:
      return comparisons[image.toLowerCase().replace(/^-[ci](?=eq|ne|l[te]|g[te]|match|not|in)/, "-")];
    case DollarTrue:
      return "true";
    case DollarFalse:
      return "false";
    case DollarNull:
      return "none";
    default:
      return undefined;
  }
}
