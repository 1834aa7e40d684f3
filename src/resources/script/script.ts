import type { Duration, Ensurable, Key, Means, PowerShell } from "../language.ts";

/**
 * The escape hatch: a state that no kind knows, told by PowerShell of your own. Both texts run in a runspace of their own with strict mode and
 * `$ErrorActionPreference = 'Stop'`, on Windows PowerShell 5.1 as well as 7, and never ask anybody anything. A remedy with a script depends on your
 * care for idempotence: keep `test` a pure read, and let `fix` make exactly that test true.
 *
 * @blocker `test` throws, or gives anything but one `$true` or `$false`: the state is unreadable.
 * @touches Whatever the two texts touch; the compiler cannot tell.
 */
export interface Script extends Ensurable {
  /**
   * What it is about, for reports: "the print queue is shared".
   * @minLength 1
   * @maxLength 200
   * @limitSource This compiler's bound: the summary line has 2,048 characters for all items
   */
  name: Key<string>;

  /** Gives exactly one `$true` (nothing to do) or `$false`. Changes nothing: detection and `-WhatIf` run it too. */
  test: Means<PowerShell>;

  /** Makes `test` true. What it outputs goes to the log only; an error that ends it is the reason of the failure. */
  fix: Means<PowerShell>;

  /**
   * How long each of the two may take.
   * @default 10m
   */
  timeout?: Means<Duration>;
}
