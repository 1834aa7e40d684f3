import type { Case } from "./measure.ts";

/** A command that is a process of its own with two rows: its time, and behind it `memory, …`. */
export interface MeasuredCommand {
  readonly name: string;
  /** Takes so long that only `--only` with a word of its name runs it. */
  readonly isRare: boolean;
  /** Run as often as builds are; else once, since it takes seconds to minutes. */
  readonly isRepeated: boolean;
  /** Writes what it needs below `folder`. */
  readonly create: (folder: string) => Case;
  /** What its standard output says of the work that the time was for. */
  readonly remark?: (output: string) => string;
}
