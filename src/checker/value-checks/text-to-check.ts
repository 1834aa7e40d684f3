import type { Span } from "../../source/source-file.ts";
import type { Place } from "../place.ts";

/** A check of a constant text as what it becomes. `isWhole` is false when a part is known only later: `unknownPart` stands for it. */
export interface TextToCheck {
  readonly text: string;
  readonly isWhole: boolean;
  /** Where the constant stands. */
  readonly span: Span;
  /** Where it is used. */
  readonly usedAt: Span;
  readonly place: Place;
}

/** Stands for a part that is known only when building or on the device; no text that an author writes holds it. */
export const unknownPart = "\uE000";
