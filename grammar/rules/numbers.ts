import type { IToken } from "chevrotain";
import type { Span } from "../../src/source/source-file.ts";
import type { DurationUnit, LiteralExpression, MissingExpression, SizeUnit } from "../../src/syntax/expressions.ts";
import * as t from "../tokens.ts";

/** Milliseconds of each unit of time. */
export const durationUnits: Readonly<Record<DurationUnit, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Bytes of each unit of size, in powers of 1024 as Windows counts. */
export const sizeUnits: Readonly<Record<SizeUnit, number>> = { KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 };

/** The largest part of a version that .NET's System.Version holds (Int32). */
export const largestVersionPart = 2_147_483_647;

function isDurationUnit(unit: string): unit is DurationUnit {
  return Object.hasOwn(durationUnits, unit);
}

function isSizeUnit(unit: string): unit is SizeUnit {
  return Object.hasOwn(sizeUnits, unit);
}

/**
 * The value of a number's token. What is no number, or beyond what can be held exactly, gives a missing expression; the lexical check has
 * reported it.
 */
export function parseNumber(token: IToken, span: Span): LiteralExpression | MissingExpression {
  const missing: MissingExpression = { kind: "missing", span };
  switch (token.tokenType) {
    case t.Integer: {
      const value = Number(token.image);
      return Number.isSafeInteger(value) ? { kind: "integer", span, value: value === 0 ? 0 : value } : missing;
    }
    case t.Version: {
      const parts = token.image.split(".").map(Number);
      return parts.length <= 4 && parts.every((part) => part <= largestVersionPart) ? { kind: "version", span, parts } : missing;
    }
    case t.Measure: {
      const digits = /^\d+/.exec(token.image)?.[0] ?? "";
      const amount = Number(digits);
      const unit = token.image.slice(digits.length);
      if (isDurationUnit(unit)) {
        const milliseconds = amount * durationUnits[unit];
        return Number.isSafeInteger(milliseconds) ? { kind: "duration", span, amount, unit, milliseconds } : missing;
      }
      if (isSizeUnit(unit)) {
        const bytes = amount * sizeUnits[unit];
        return Number.isSafeInteger(bytes) ? { kind: "size", span, amount, unit, bytes } : missing;
      }
      return missing;
    }
    default:
      return missing;
  }
}
