import type { IToken } from "chevrotain";
import { endOf } from "../../grammar/lexer.ts";

/** The tokens of a text, of which a place asks what stands before it. Indices outside give no token. */
export class TokenList {
  readonly tokens: readonly IToken[];

  constructor(tokens: readonly IToken[]) {
    this.tokens = tokens;
  }

  /** The name of a token's type in the grammar (`LeftBrace`); empty where there is none. */
  typeOf(index: number): string {
    return this.tokens[index]?.tokenType.name ?? "";
  }

  imageOf(index: number): string {
    return this.tokens[index]?.image ?? "";
  }

  /** Whether a word may be a name there: a keyword may, a reserved word may not. */
  isName(index: number): boolean {
    const categories = this.tokens[index]?.tokenType.CATEGORIES ?? [];
    return categories.some(({ name }) => name === "Name") || this.typeOf(index) === "Word";
  }

  /** The index of the last token that begins before an offset; -1 where there is none. */
  findBefore(offset: number): number {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.tokens[middle]?.startOffset ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  startOf(index: number): number {
    return this.tokens[index]?.startOffset ?? 0;
  }

  endOf(index: number): number {
    const token = this.tokens[index];
    return token ? endOf(token) : 0;
  }

  /** The indices of the brackets that are open behind a token, the innermost last. A wrong closing one closes what stands in its way. */
  listOpen(last: number): number[] {
    const open: number[] = [];
    for (let i = 0; i <= last; i++) {
      const type = this.typeOf(i);
      if (type in CLOSING) open.push(i);
      else {
        const at = open.findLastIndex((index) => CLOSING[this.typeOf(index)] === type);
        if (at >= 0) open.length = at;
        else if (type === "UnterminatedText" || type === "UnterminatedInterpolation") closeInterpolation(this, open);
      }
    }
    return open;
  }

  /** The index of the bracket that a closing one belongs to. */
  findOpening(closing: number): number | undefined {
    const wanted = this.typeOf(closing);
    let depth = 0;
    for (let i = closing; i >= 0; i--) {
      const type = this.typeOf(i);
      if (type === wanted) depth++;
      else if (CLOSING[type] === wanted && --depth === 0) return i;
    }
    return undefined;
  }

  /** The index of the first token of the reference that ends with a token: of `agent`, `service("x").state`. Undefined where none does. */
  findReferenceStart(last: number): number | undefined {
    let i = last;
    while (i >= 0) {
      if (this.typeOf(i) === "RightParen") {
        const open = this.findOpening(i);
        if (open === undefined || !this.isName(open - 1)) return undefined;
        i = open - 1;
      }
      if (!this.isName(i)) return undefined;
      if (this.typeOf(i - 1) !== "Dot") return i;
      i -= 2;
    }
    return undefined;
  }
}

const CLOSING: { readonly [opening: string]: string } = {
  LeftBrace: "RightBrace",
  LeftParen: "RightParen",
  LeftBracket: "RightBracket",
  InterpolationStart: "InterpolationEnd",
};

function closeInterpolation(list: TokenList, open: number[]): void {
  const at = open.findLastIndex((index) => list.typeOf(index) === "InterpolationStart");
  if (at >= 0) open.length = at;
}
