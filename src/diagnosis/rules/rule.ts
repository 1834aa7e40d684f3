/** Where a rule's fact is documented. */
export type Source = `https://${string}`;

/** A recipe of `examples/` that repairs the cause; `set` are parameters, `{service}` in them the service that the finding names. */
export interface Recipe {
  readonly file: `examples/${string}.remedy`;
  readonly set?: readonly string[];
}

/**
 * What a number or a line of a log means. `text` is what a finding says, in compiled scripts as here: `{0}` is the service that the text names. `{service}` in `todo` and
 * `statement` is the same; `{product}` in `statement` is the product that the log is of.
 */
export interface RuleText {
  readonly text: string;
  /** Why it happens: the rule's page says it, and so does a diagnosis of which it is the root. */
  readonly why: string;
  /** What to do, in order. */
  readonly todo: readonly string[];
  /** A statement of a step that repairs it, or that says so beforehand on every machine. */
  readonly statement?: string;
  readonly recipe?: Recipe;
  /** Another source than its family's. */
  readonly source?: Source;
}

/** What a rule reads. */
export type Family = "exit" | "msi" | "event" | "service" | "hresult" | "channel";

export interface Rule extends RuleText {
  /** `msi-1920`: what `remedyc explain` and the findings call it. */
  readonly id: string;
  readonly family: Family;
  readonly source: Source;
  /** A line of a log that shows it, or the texts of an event; the tests read it. */
  readonly example: string;
  /** Why compiled scripts do not have it, as a clause; undefined where the same rule runs in them. */
  readonly notInScripts: string | undefined;
}

/** The table of a family: what differs from rule to rule, by number or name. */
export type RuleTable<T extends RuleText = RuleText> = { readonly [key: string]: T };
