import type { Expression, StringExpression, StringPart } from "../../src/syntax/expressions.ts";
import { ParserBase } from "../parser-base.ts";
import type { Rule } from "../parser-base.ts";
import { AnyRaw, AnyText } from "../token-categories.ts";
import * as t from "../tokens.ts";
import { decodeRawBlock, decodeText } from "./text-values.ts";

/** Texts: `"…"` with escapes and `${…}`, `'…'` and `'''…'''` without. */
export abstract class StringRules extends ParserBase {
  protected abstract readonly expression: Rule<Expression>;

  protected readonly string: Rule<StringExpression> = this.rule("String", () => {
    const start = this.start();
    const form = this.OR<{ form: StringExpression["form"]; parts: readonly StringPart[] }>([
      { ALT: () => ({ form: "text", parts: this.textParts(this.CONSUME(AnyText).image, start + 1, true) }) },
      { ALT: () => ({ form: "text", parts: this.SUBRULE(this.interpolatedText) }) },
      { ALT: () => ({ form: "raw", parts: this.rawParts(this.CONSUME(AnyRaw).image, start) }) },
      { ALT: () => ({ form: "raw-block", parts: this.rawBlockParts(this.CONSUME(t.RawBlock).image, start + 3) }) },
    ]);
    return { kind: "string", span: this.spanFrom(start), form: form.form, parts: form.parts };
  });

  private readonly interpolatedText: Rule<StringPart[]> = this.rule("InterpolatedText", () => {
    const parts: StringPart[] = [];
    let height = 0;
    this.CONSUME(t.TextStart);
    this.MANY(() => {
      const start = this.start();
      this.OR([
        { ALT: () => parts.push(...this.textParts(this.CONSUME(t.TextChunk).image, start, false)) },
        {
          ALT: () => {
            const open = this.CONSUME(t.InterpolationStart);
            const expression = this.nested("Texts", () => this.operand(0, this.expression, "an expression", false));
            this.close(0, open, t.InterpolationEnd);
            height = Math.max(height, this.height);
            parts.push({ kind: "interpolation", span: this.spanFrom(start), expression });
          },
        },
      ]);
    });
    this.expect(0, t.TextEnd);
    this.height = height;
    this.raise(0);
    return parts;
  });

  /** The part of a text that stands at `start`; `quoted` when the token has its quotes. */
  private textParts(image: string, start: number, quoted: boolean): StringPart[] {
    const source = quoted ? image.slice(1, isQuote(image.at(-1)) && image.length > 1 ? -1 : undefined) : image;
    if (source === "" || this.RECORDING_PHASE) return [];
    const span = { file: this.source, start, end: start + source.length };
    const value = decodeText(source, span, (code, place, args, details) => this.report(code, place, args, details));
    return [{ kind: "text-part", span, value }];
  }

  private rawParts(image: string, start: number): StringPart[] {
    const opening = isQuote(image.charAt(0)) ? 1 : 0;
    const value = image.slice(opening, isQuote(image.at(-1)) && image.length > 1 ? -1 : undefined);
    if (value === "") return [];
    const from = start + opening;
    return [{ kind: "text-part", span: { file: this.source, start: from, end: from + value.length }, value }];
  }

  private rawBlockParts(image: string, start: number): StringPart[] {
    const source = image.slice(3, image.length >= 6 && image.endsWith("'''") ? -3 : undefined);
    const value = decodeRawBlock(source);
    if (value === "") return [];
    return [{ kind: "text-part", span: { file: this.source, start, end: start + source.length }, value }];
  }
}

/** Straight quotes and those of word processors. */
function isQuote(character: string | undefined): boolean {
  return character !== undefined && /["'\u2018\u2019\u201a\u201c\u201d\u201e]/.test(character);
}
