import type { Span } from "../source/source-file.ts";

/** A value that a build is given: by `--set`, or in a parameter file. */
export interface GivenParameter {
  /** Undefined: for every remedy that has a parameter of that name. */
  readonly remedy: string | undefined;
  readonly name: string;
  readonly value: GivenValue;
  /** Where it stands in the parameter file; undefined for `--set`. */
  readonly span: Span | undefined;
}

/** Text is read by the parameter's type; the others come typed from YAML or JSON. */
export type GivenValue = string | number | boolean | null | readonly GivenValue[];
