import { createToken, Lexer } from "chevrotain";
import type { TokenType } from "chevrotain";
import { AnyInteger, AnyRaw, AnyText, Compare, Name, Reserved, SignOfEntry, SignOfValue } from "./token-categories.ts";

/**
 * The tokens of the language. Keywords that only mean something in their place carry the category `Name`, so that every one of them is an
 * ordinary name elsewhere (`restart`, `source`, `fix`); the eight reserved words do not.
 */

/** Characters that people write in names although only A–Z, digits and `_` are allowed; used so that such a name is one mistake, not three. */
const otherLetters = "\\u00aa\\u00b5\\u00ba\\u00c0-\\u1fff\\u2c00-\\u2fef\\u3005-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufdff\\uff10-\\uffdc";

export const Word = createToken({
  name: "Word",
  label: "a name",
  pattern: new RegExp(`[A-Za-z]\\w*(?![\\w${otherLetters}])`),
  categories: [Name],
});
export const BadWord = createToken({
  name: "BadWord",
  label: "a name",
  pattern: new RegExp(`[A-Za-z_${otherLetters}][\\w${otherLetters}]*`),
  categories: [Name],
  line_breaks: false,
});

function keyword(text: string): TokenType {
  const name = `${text.charAt(0).toUpperCase()}${text.slice(1)}Keyword`;
  return createToken({ name, label: text, pattern: text, longer_alt: [Word, BadWord], categories: [Name] });
}

function reserved(text: string, ...categories: TokenType[]): TokenType {
  const name = `${text.charAt(0).toUpperCase()}${text.slice(1)}Keyword`;
  return createToken({ name, label: text, pattern: text, longer_alt: [Word, BadWord], categories: [Reserved, ...categories] });
}

export const Import = keyword("import");
export const Remedy = keyword("remedy");
export const Part = keyword("part");
export const Param = keyword("param");
export const Let = keyword("let");
export const Step = keyword("step");
export const Requires = keyword("requires");
export const Uninstall = keyword("uninstall");
export const Ensure = keyword("ensure");
export const Absent = keyword("absent");
export const Present = keyword("present");
export const Require = keyword("require");
export const Else = keyword("else");
export const Warn = keyword("warn");
export const When = keyword("when");
export const Each = keyword("each");
export const With = keyword("with");
export const Stopped = keyword("stopped");
export const Check = keyword("check");
export const Every = keyword("every");
export const Fix = keyword("fix");
export const Use = keyword("use");
export const Reboot = keyword("reboot");
export const On = keyword("on");
export const Failure = keyword("failure");
export const ScenarioWord = keyword("scenario");
export const For = keyword("for");
export const Given = keyword("given");
export const Expect = keyword("expect");
export const Detect = keyword("detect");
export const Restart = keyword("restart");
export const PromiseWord = keyword("promise");
export const Always = keyword("always");
export const Finally = keyword("finally");
export const Accept = keyword("accept");
export const Because = keyword("because");
export const Any = keyword("any");
export const All = keyword("all");
export const As = keyword("as");

export const Or = reserved("or");
export const And = reserved("and");
export const Not = reserved("not");
export const In = reserved("in", Compare);
export const Matches = reserved("matches", Compare);
export const True = reserved("true");
export const False = reserved("false");
export const None = reserved("none");

function symbol(name: string, text: string, ...categories: TokenType[]): TokenType {
  return createToken({ name, label: text, pattern: text, categories });
}

export const LeftBrace = symbol("LeftBrace", "{");
export const RightBrace = symbol("RightBrace", "}");
export const LeftParen = symbol("LeftParen", "(");
export const RightParen = symbol("RightParen", ")");
export const LeftBracket = symbol("LeftBracket", "[");
export const RightBracket = symbol("RightBracket", "]");
export const Comma = symbol("Comma", ",");
export const Dot = symbol("Dot", ".");
export const Slash = symbol("Slash", "/");
export const Plus = symbol("Plus", "+");
/** With white space on both sides: `a-b` is a name as others write it. */
export const Minus = createToken({ name: "Minus", label: "-", pattern: /-(?=\s)/ });
export const Question = symbol("Question", "?");
export const DoubleQuestion = symbol("DoubleQuestion", "??");
export const Colon = symbol("Colon", ":", SignOfEntry, SignOfValue);
export const Equals = symbol("Equals", "=", SignOfEntry, SignOfValue, Compare);
export const EqualEqual = symbol("EqualEqual", "==", Compare);
export const NotEqual = symbol("NotEqual", "!=", Compare);
export const LessEqual = symbol("LessEqual", "<=", Compare);
export const GreaterEqual = symbol("GreaterEqual", ">=", Compare);
export const Less = symbol("Less", "<", Compare);
export const Greater = symbol("Greater", ">", Compare);

export const Measure = createToken({ name: "Measure", label: "a duration or size", pattern: /\d+(?:ms|KB|MB|GB|TB|s|m|h|d)(?!\w)/ });
export const Version = createToken({ name: "Version", label: "a version", pattern: /\d+(?:\.\d+)+(?!\w|\.\d)/ });
export const Integer = createToken({
  name: "Integer",
  label: "a number",
  pattern: /(?:0x[0-9A-Fa-f]+|-?\d+)(?!\w|\.\d)/,
  categories: [AnyInteger],
});
/** What begins like a number and is none: `5min`, `4gb`, `0xZZ`, `-1.5`. */
export const BadNumber = createToken({ name: "BadNumber", label: "a number", pattern: /-?\d(?:[\w.]*\w)?/, categories: [AnyInteger] });

/** A text without `${…}`: one token, because nearly all texts are so. */
export const Text = createToken({
  name: "Text",
  label: "a text",
  pattern: /"[^"\\$\r\n]*(?:(?:\\[^\r\n]|\$(?!\{))[^"\\$\r\n]*)*"/,
  categories: [AnyText],
});
export const TextStart = createToken({ name: "TextStart", label: "a text", pattern: /"/, push_mode: "text" });
export const TextChunk = createToken({ name: "TextChunk", label: "text", pattern: /(?:[^"\\$\r\n]|\\[^\r\n]|\$(?!\{))+|\\/ });
export const InterpolationStart = createToken({ name: "InterpolationStart", label: "${", pattern: /\$\{/, push_mode: "interpolation" });
export const InterpolationEnd = createToken({ name: "InterpolationEnd", label: "}", pattern: /\}/, pop_mode: true });
export const TextEnd = createToken({ name: "TextEnd", label: '"', pattern: /"/, pop_mode: true });

/** At a line end inside a text nothing is consumed; the mode is left, so the next line is read as if the text had been closed. */
function atLineEnd(text: string, offset: number): [string] | null {
  const code = text.charCodeAt(offset);
  return code === 10 || code === 13 ? [""] : null;
}
export const UnterminatedText = createToken({
  name: "UnterminatedText",
  label: "the end of the line",
  pattern: { exec: atLineEnd },
  line_breaks: false,
  start_chars_hint: ["\r", "\n"],
  pop_mode: true,
  categories: [TextEnd],
});
export const UnterminatedInterpolation = createToken({
  name: "UnterminatedInterpolation",
  label: "the end of the line",
  pattern: { exec: atLineEnd },
  line_breaks: false,
  start_chars_hint: ["\r", "\n"],
  pop_mode: true,
  categories: [InterpolationEnd],
});

export const RawBlock = createToken({ name: "RawBlock", label: "a text", pattern: /'''[\s\S]*?'''/, line_breaks: true });
export const UnterminatedRawBlock = createToken({
  name: "UnterminatedRawBlock",
  label: "a text",
  pattern: /'''[\s\S]*/,
  line_breaks: true,
  categories: [RawBlock],
});
export const Raw = createToken({ name: "Raw", label: "a text", pattern: /'[^'\r\n]*'/, categories: [AnyRaw] });
export const UnterminatedRaw = createToken({ name: "UnterminatedRaw", label: "a text", pattern: /'[^'\r\n]*/, categories: [AnyRaw] });

export const WhiteSpace = createToken({ name: "WhiteSpace", pattern: /[ \t\r\n]+/, line_breaks: true, group: Lexer.SKIPPED });
/** White space inside an interpolation, which ends with its line. */
export const Blank = createToken({ name: "Blank", pattern: /[ \t]+/, group: Lexer.SKIPPED });

/** Comments are kept aside, in the lexer's group `comments`. The two others are spellings of other languages. */
export const Comment = createToken({ name: "Comment", pattern: /\/\/[^\r\n]*/, group: "comments" });
export const HashComment = createToken({ name: "HashComment", pattern: /#[^\r\n]*/, group: "comments" });
export const BlockComment = createToken({
  name: "BlockComment",
  pattern: /\/\*(?:[\s\S]*?\*\/|[\s\S]*)/,
  line_breaks: true,
  group: "comments",
});

/**
 * A character that begins no token; the last choice of every mode, kept aside in the group `unread`. Chevrotain's own search for the next
 * token would try every pattern at every such character, which takes seconds for a megabyte of them.
 */
export const Unread = createToken({ name: "Unread", pattern: /[@~;*^$`]+|[\u0000-\uffff]/, line_breaks: true, group: "unread" });

/** Every keyword that is a name elsewhere. */
export const keywordTokens: readonly TokenType[] = [
  Import,
  Remedy,
  Param,
  Part,
  Let,
  Step,
  Requires,
  Uninstall,
  Ensure,
  Absent,
  Present,
  Require,
  Else,
  Warn,
  When,
  Each,
  With,
  Stopped,
  Check,
  Every,
  Fix,
  Use,
  Reboot,
  On,
  Failure,
  ScenarioWord,
  For,
  Given,
  Expect,
  Detect,
  Restart,
  PromiseWord,
  Always,
  Finally,
  Accept,
  Because,
  Any,
  All,
  As,
];
export const reservedTokens: readonly TokenType[] = [Or, And, Not, In, Matches, True, False, None];
