import { keywordTokens, reservedTokens } from "../../grammar/tokens.ts";

/** A rule of a TextMate grammar (https://macromates.com/manual/en/language_grammars), as far as ours uses them. */
export interface TextMateRule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly captures?: Captures;
  readonly contentName?: string;
  readonly patterns?: readonly TextMateRule[];
}

type Captures = { readonly [group: string]: { readonly name?: string; readonly patterns?: readonly TextMateRule[] } };

export interface TextMateGrammar {
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly TextMateRule[];
  readonly repository: { readonly [name: string]: { readonly patterns: readonly TextMateRule[] } };
}

/** Words of which the last is the name of what is declared: `step one`. */
const DECLARING = ["remedy", "part", "param", "let", "step"];
const CONSTANTS = ["true", "false", "none"];

/** Neither a member nor the name of an entry: there every keyword is an ordinary name. */
const AS_KEYWORD = { before: "(?<![.\\w])", after: "(?![\\w.]|\\s*:(?!:)|\\s*=(?!=))" };

function anyOf(words: readonly string[]): string {
  return `(?:${words.join("|")})`;
}

/**
 * The grammar by which editors and this project's pages colour remedies before a language server says more. Keywords are those of the lexer; that each of them may be a
 * name in another place is told by what stands around it.
 */
export function createTextMateGrammar(): TextMateGrammar {
  const keywords = keywordTokens.map(({ LABEL, name }) => LABEL ?? name);
  const reserved = reservedTokens.map(({ LABEL, name }) => LABEL ?? name);
  const operators = reserved.filter((word) => !CONSTANTS.includes(word));
  const others = keywords.filter((word) => !DECLARING.includes(word));
  return {
    name: "Remedy",
    scopeName: "source.remedy",
    fileTypes: ["remedy"],
    patterns: [{ include: "#code" }],
    repository: {
      code: {
        patterns: [
          { include: "#comments" },
          { include: "#texts" },
          { include: "#numbers" },
          {
            match: `${AS_KEYWORD.before}(${anyOf(DECLARING)})\\s+([A-Za-z]\\w*)`,
            captures: { "1": { name: "keyword.control.remedy" }, "2": { name: "entity.name.function.remedy" } },
          },
          { match: `(?<![.\\w])${anyOf(CONSTANTS)}\\b`, name: "constant.language.remedy" },
          { match: `(?<![.\\w])${anyOf(operators)}\\b`, name: "keyword.operator.word.remedy" },
          { match: `${AS_KEYWORD.before}${anyOf(others)}${AS_KEYWORD.after}`, name: "keyword.control.remedy" },
          { match: "\\b([A-Za-z]\\w*)(?=\\s*:)", name: "variable.other.property.remedy" },
          {
            match: "(\\.)([A-Za-z]\\w*)",
            captures: { "1": { name: "punctuation.accessor.remedy" }, "2": { name: "variable.other.property.remedy" } },
          },
          { match: "\\b[A-Za-z]\\w*(?=\\()", name: "entity.name.type.remedy" },
          { match: "==|!=|<=|>=|\\?\\?|[<>=+/?]|-(?=\\s)", name: "keyword.operator.remedy" },
          { match: "[A-Za-z]\\w*", name: "variable.other.remedy" },
        ],
      },
      comments: {
        patterns: [
          { match: "///.*$", name: "comment.line.documentation.remedy" },
          { match: "//.*$", name: "comment.line.double-slash.remedy" },
        ],
      },
      texts: {
        patterns: [
          { begin: "'''", end: "'''", name: "string.quoted.triple.remedy" },
          { match: "'[^'\\r\\n]*'?", name: "string.quoted.single.remedy" },
          {
            begin: '"',
            end: '"|(?=$)',
            name: "string.quoted.double.remedy",
            patterns: [
              { match: "\\\\.", name: "constant.character.escape.remedy" },
              {
                begin: "\\$\\{",
                end: "\\}|(?=$)",
                name: "meta.interpolation.remedy",
                contentName: "source.remedy",
                beginCaptures: { "0": { name: "punctuation.section.interpolation.begin.remedy" } },
                endCaptures: { "0": { name: "punctuation.section.interpolation.end.remedy" } },
                patterns: [{ include: "#code" }],
              },
            ],
          },
        ],
      },
      numbers: {
        patterns: [
          { match: "(?<!\\w)\\d+(?:\\.\\d+)+(?!\\w)", name: "constant.numeric.version.remedy" },
          {
            match: "(?<!\\w)\\d+(ms|KB|MB|GB|TB|s|m|h|d)(?!\\w)",
            name: "constant.numeric.measure.remedy",
            captures: { "1": { name: "keyword.other.unit.remedy" } },
          },
          { match: "(?<!\\w)(?:0x[0-9A-Fa-f]+|-?\\d+)(?!\\w)", name: "constant.numeric.integer.remedy" },
        ],
      },
    },
  };
}
