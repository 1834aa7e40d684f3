import type { Place } from "./syntax/ast.ts";
import type { Run } from "./evaluate/run.ts";
import type { Value } from "./evaluate/values.ts";

/** A call of a command, with what is known of its arguments. */
export interface Call {
  readonly run: Run;
  /** In lower case. */
  readonly name: string;
  readonly place: Place;
  /** What comes through the pipe; undefined for the first of a pipeline. */
  readonly input: Value | undefined;
  /** Names of parameters as they are written, in lower case, with their values; a switch has true. */
  readonly named: ReadonlyMap<string, Value>;
  readonly positional: readonly Value[];
}

/** A call of a program, by its name without folder and ending, with its arguments as texts; undefined for one that is known on the device only. */
export interface ProgramCall {
  readonly run: Run;
  readonly name: string;
  readonly place: Place;
  readonly args: readonly (string | undefined)[];
}

/**
 * What an idiom understands, by kind. Each gives a value, or undefined where it does not understand this form of a call: then the statement is left over.
 * What a file of `src/importer/idioms/` exports as `idiom` is found by its folder.
 */
export interface Idiom {
  /** Commands, by name in lower case. */
  readonly commands?: Readonly<Record<string, (call: Call) => Value | undefined>>;
  readonly programs?: Readonly<Record<string, (call: ProgramCall) => Value | undefined>>;
  /** Static methods, `type::method` in lower case, without `System.`. */
  readonly statics?: Readonly<Record<string, (args: readonly Value[], run: Run, place: Place) => Value | undefined>>;
}
