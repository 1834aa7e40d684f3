import { createToken, Lexer } from "chevrotain";
import type { TokenType } from "chevrotain";

/** Categories: what the rules ask for where more than one token may stand. They match no text themselves. */
function category(name: string, label: string): TokenType {
  return createToken({ name, label, pattern: Lexer.NA });
}

/** Words and all keywords that mean something only in their place. */
export const Name = category("Name", "a name");
/** The words that are never names. */
export const Reserved = category("Reserved", "a reserved word");
export const Compare = category("Compare", "a comparison");
/** `:`; the lexer's `=` belongs to it too, so that `state = running` is one mistake and the value is kept. */
export const SignOfEntry = category("SignOfEntry", ":");
/** `=`; the lexer's `:` belongs to it too. */
export const SignOfValue = category("SignOfValue", "=");
/** A text without `${…}`, in `"…"`. */
export const AnyText = category("AnyText", "a text");
/** `'…'` */
export const AnyRaw = category("AnyRaw", "a text");
export const AnyInteger = category("AnyInteger", "a number");
