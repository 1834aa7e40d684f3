import type { IToken } from "chevrotain";
import { createDiagnostic } from "../src/diagnostics/catalog.ts";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import type { Span } from "../src/source/source-file.ts";
import { durationUnits, largestVersionPart, parseNumber, sizeUnits } from "./rules/numbers.ts";
import * as t from "./tokens.ts";

/** Spellings of units that people use elsewhere. */
const otherUnits: Readonly<Record<string, string>> = {
  sec: "s",
  secs: "s",
  second: "s",
  seconds: "s",
  min: "m",
  mins: "m",
  minute: "m",
  minutes: "m",
  hour: "h",
  hours: "h",
  hr: "h",
  hrs: "h",
  day: "d",
  days: "d",
  k: "KB",
  kib: "KB",
  mib: "MB",
  gib: "GB",
  tib: "TB",
  g: "GB",
  t: "TB",
};

/** What is wrong with a number's token: not readable, or beyond what can be held exactly. */
export function checkNumber(token: IToken, span: Span): Diagnostic | undefined {
  if (token.tokenType === t.BadNumber) return reportBadNumber(token.image, span);
  if (parseNumber(token, span).kind !== "missing") return undefined;
  if (token.tokenType === t.Version) {
    const parts = token.image.split(".");
    if (parts.length > 4) return createDiagnostic("RMD1031", span, { found: token.image, count: parts.length });
    return createDiagnostic("RMD1030", span, { what: "A part of the version", found: token.image, limit: largestVersionPart });
  }
  const what = token.tokenType === t.Measure ? "The duration or size" : "The number";
  const limit = token.tokenType === t.Measure ? `${Number.MAX_SAFE_INTEGER} milliseconds or bytes` : Number.MAX_SAFE_INTEGER;
  return createDiagnostic("RMD1030", span, { what, found: token.image, limit });
}

function reportBadNumber(image: string, span: Span): Diagnostic {
  const match = /^(\d+)([A-Za-z]+)$/.exec(image);
  const unit = match?.[2] ?? "";
  const known = [...Object.keys(durationUnits), ...Object.keys(sizeUnits)];
  const right = known.find((candidate) => candidate.toLowerCase() === unit.toLowerCase()) ?? otherUnits[unit.toLowerCase()];
  if (match && right) {
    const text = `${match[1] ?? ""}${right}`;
    const suggestion = { title: `Replace '${image}' by '${text}'.`, edits: [{ span, text }] };
    return createDiagnostic("RMD1029", span, { found: image, hint: ` Did you mean '${text}'?` }, { suggestion });
  }
  if (unit && !image.startsWith("0x"))
    return createDiagnostic("RMD1029", span, { found: image, hint: ` The units are ${known.join(", ")}.` });
  return createDiagnostic("RMD1029", span, { found: image, hint: " Put it in quotes if it is a text." });
}
