import type { Finding, ReadLog } from "../model.ts";

/** What to do about a cause. */
export interface Advice {
  /** `remedyc explain msi-1920` tells more. */
  readonly rule: string;
  readonly why: string;
  readonly todo: readonly string[];
  /** A statement of a remedy. */
  readonly statement: string | undefined;
  /** A recipe of `examples/`, with the parameters that it takes. */
  readonly recipe: { readonly file: string; readonly set: readonly string[] } | undefined;
  readonly source: string;
}

/** One failure: from what was reported of it, down to what it comes from. */
export interface Cause {
  /** Outermost first; the last one is the cause. */
  readonly chain: readonly Finding[];
  /** The last one of the chain says why; else it only says that something failed. */
  readonly told: boolean;
  /** What is likely, and what would tell; nothing where it is known. */
  readonly supposition: string | undefined;
  readonly advice: Advice;
}

export interface Diagnosis {
  readonly logs: readonly ReadLog[];
  /** The most telling first, at most five. */
  readonly causes: readonly Cause[];
  /** What was seen beside them and belongs to none. */
  readonly seen: readonly Finding[];
  /** Installations that ended well. */
  readonly endedWell: number;
}

/** The cause that a chain ends with. */
export function rootOf({ chain }: Cause): Finding {
  const root = chain.at(-1);
  if (!root) throw new Error("a chain without a link");
  return root;
}
