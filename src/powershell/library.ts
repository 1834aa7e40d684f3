import { lexPowerShell } from "../syntax/powershell-lexer.ts";
import type { PsToken } from "../syntax/powershell-lexer.ts";
import { findPropertyReads, splitSections } from "./sections.ts";
import type { NameInTemplate, TemplateSection } from "./sections.ts";

/** What a function is: a contact with Windows, a word of the engine, a part of a kind, or a user's own; also the order in which a script holds them. */
export type TemplateLayer = "platform" | "engine" | "kinds" | "user";

/** Detection scripts hold the words of the first version, those that answer with one word the second where there is one, all others the third; most functions have one form only. */
export type TemplateVariant = "detect" | "discover" | "silent" | "requirement" | "repair" | "any";

/** One function of the templates, ready to be linked. */
export interface TemplateFunction {
  readonly name: string;
  readonly layer: TemplateLayer;
  readonly variant: TemplateVariant;
  /** The function as it stands in its file with the comments right above it, LF line ends, without white space around it. */
  readonly text: string;
  /** Names of its parameters, as declared. */
  readonly parameters: readonly string[];
  /** Every command-like word in it, lower case: the linker keeps those that name functions. */
  readonly words: readonly string[];
  /** The properties that it reads of resources, as a script's uses name them: `Os.ProductType`. */
  readonly reads: readonly string[];
  /** A function of the platform that answers alike in a 32-bit and a 64-bit process; it says so in a line `#remedyc:every-host`. */
  readonly isSameInEveryHost?: true;
  /** Its parts, when some of them are only for scripts that use something; markers stand between them. */
  readonly sections?: readonly TemplateSection[];
}

/** All functions and the frames of the roles. */
export interface TemplateLibrary {
  readonly functions: readonly TemplateFunction[];
  /** By file name without ending: `detect`, `remediate`, `standalone`. */
  readonly frames: { readonly [name: string]: string };
}

/**
 * Reads a template file: one function (several in a user's file). Returns the functions in the order in which they stand. Text outside functions is ignored, except in frames, which do not come here.
 */
export function parseTemplate(layer: TemplateLayer, variant: TemplateVariant, text: string): TemplateFunction[] {
  const marked = text.replaceAll("\r\n", "\n");
  // What a `##` line says is for who changes our templates, not for who reads a script.
  const clean = layer === "user" ? marked : marked.replace(/^[ \t]*##.*\n/gm, "");
  const source = clean.replace(/^[ \t]*#remedyc:every-host\n/gm, "");
  const { tokens } = lexPowerShell(source);
  const functions: TemplateFunction[] = [];
  let depth = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as PsToken;
    if (token.kind === "open") depth++;
    if (token.kind === "close") depth--;
    if (depth === 0 && token.kind === "word" && token.text.toLowerCase() === "function") {
      const end = findFunctionEnd(tokens, i);
      const inside = tokens.slice(i, end + 1);
      const start = findCommentStart(tokens, i);
      const text = source.slice(start, (tokens[end] as PsToken).end);
      const parameters = findParameters(inside).map((found) => ({ ...found, start: found.start - start }));
      const words = findWords(source, inside).map((found) => ({ ...found, start: found.start - start }));
      const sections = splitSections(text, parameters, words);
      functions.push({
        name: tokens[i + 1]?.text ?? "",
        layer,
        variant,
        text,
        parameters: parameters.map((parameter) => parameter.name),
        words: [...new Set(words.map((word) => word.name))],
        reads: findPropertyReads(text),
        ...(source === clean ? {} : { isSameInEveryHost: true as const }),
        ...(sections.length > 1 ? { sections } : {}),
      });
      i = end;
    }
  }
  return functions;
}

/** Where the comments begin that stand right above a function, without an empty line between. */
function findCommentStart(tokens: readonly PsToken[], index: number): number {
  let first = index;
  while (
    tokens[first - 1]?.kind === "newline" &&
    tokens[first - 2]?.kind === "comment" &&
    [undefined, "newline"].includes(tokens[first - 3]?.kind)
  )
    first -= 2;
  return (tokens[first] as PsToken).start;
}

/** Words that may name a command: not behind `-`, `.` or `:`, no key of a table; also those in `$(…)` of expandable strings. */
function findWords(source: string, tokens: readonly PsToken[]): NameInTemplate[] {
  const words: NameInTemplate[] = [];
  for (const [i, { kind, text, start }] of tokens.entries()) {
    if (kind === "word" && !"-.:".includes(source.charAt(start - 1)) && tokens[i + 1]?.text !== "=")
      words.push({ name: text.toLowerCase(), start });
    if (kind === "string" && text.includes("$("))
      for (const word of text.match(/[A-Za-z]+-[A-Za-z]+/g) ?? []) words.push({ name: word.toLowerCase(), start });
  }
  return words;
}

function findFunctionEnd(tokens: readonly PsToken[], start: number): number {
  let depth = 0;
  for (let i = start; i < tokens.length; i++) {
    const token = tokens[i] as PsToken;
    if (token.kind === "open") depth++;
    if (token.kind === "close" && --depth === 0 && token.text === "}") return i;
  }
  return tokens.length - 1;
}

/** Variables declared behind the function's name, or else in the first `param (…)`; default values and attributes are passed over. */
function findParameters(tokens: readonly PsToken[]): NameInTemplate[] {
  const isBehindName = tokens[2]?.text === "(";
  const param = isBehindName ? 1 : tokens.findIndex((token) => token.kind === "word" && token.text.toLowerCase() === "param");
  if (param < 0) return [];
  const names: NameInTemplate[] = [];
  let depth = 0;
  let inDefault = false;
  for (const token of tokens.slice(param + 1)) {
    if (token.kind === "open") depth++;
    else if (token.kind === "close") {
      if (--depth === 0) break;
    } else if (depth === 1 && token.text === "=") inDefault = true;
    else if (depth === 1 && token.text === ",") inDefault = false;
    else if (depth === 1 && !inDefault && token.kind === "variable") names.push({ name: token.text.slice(1), start: token.start });
  }
  return names;
}

const declaredParameters = new WeakMap<TemplateFunction, ReadonlySet<string>>();

/** Names of a function's parameters in lower case; every call of it asks. */
export function getDeclaredParameters(template: TemplateFunction): ReadonlySet<string> {
  const known = declaredParameters.get(template) ?? new Set(template.parameters.map((parameter) => parameter.toLowerCase()));
  declaredParameters.set(template, known);
  return known;
}

/** Halves the indentation. Only for templates, which have no strings of several lines. */
export function narrowIndentation(text: string): string {
  return text.replace(/^ +/gm, (spaces) => " ".repeat(spaces.length / 2));
}
