/** What is shown of every remedy, or refuted by a shortest counterexample, and what an author promises. */
export const PROPERTIES = {
  converges: "where every fix works, the remedy comes to rest, with all as wished or blocked for a reason that it names",
  idempotent: "a run that begins where one ended well changes nothing",
  detection_agrees: "a detection says compliant exactly where a remediation has nothing to do",
  nothing_undone: "what held, or was fixed, earlier in a run still holds at its end",
  killed_anywhere: "after a run that was killed the next ones come to the same end",
  bounded: "a fix that never helps is tried a few times a day only",
  nothing_left_broken: "no run ends with something gone or stopped that served before, and that the remedy itself wants",
  promise: "what the author promises holds",
} as const;

export type PropertyName = keyof typeof PROPERTIES;

/** The codes under which they are told where they do not hold. */
export const PROPERTY_CODES = {
  converges: "RMD9001",
  idempotent: "RMD9002",
  detection_agrees: "RMD9003",
  nothing_undone: "RMD9004",
  killed_anywhere: "RMD9005",
  bounded: "RMD9006",
  nothing_left_broken: "RMD9007",
  promise: "RMD9008",
} as const satisfies { readonly [property in PropertyName]: string };
