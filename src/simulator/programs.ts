import type { RegistryValue } from "./machine.ts";

/** How runs of a program end, and what it tells. */
export interface MachineProgram {
  exitCode: number;
  duration: number;
  /** What it writes when it ends with 0; absent: it changes nothing. */
  sets?: ProgramSetting[];
  /** What it answers, in the order of `given`; of those with the same arguments the last one counts. */
  answers?: ProgramAnswer[];
}

/** A registry value that a program writes. */
export interface ProgramSetting extends ProgramRun {
  /** As in `Machine.registry`. */
  key: string;
  name: string;
  value: RegistryValue;
}

/** What a program tells and how it ends, with some arguments. */
export interface ProgramAnswer {
  /** As one text; null: with any for which there is no answer of its own. */
  arguments: string | null;
  exitCode: number;
  /** In milliseconds; null: it does not come to an end. */
  duration: number | null;
  output: string;
  /** So many bytes it writes, whatever `output` says; 0: that is all. */
  outputSize: number;
  /** The run after which it answers so; null: from the start. */
  after: (ProgramRun & { program: string; done: boolean }) | null;
}

export interface ProgramRun {
  /** With which arguments, as one text (compared ignoring case); null: with any. */
  arguments: string | null;
}

/** Arguments as the one text that a program is started with: the rules of `ConvertTo-Argument` of the scripts. */
export function toCommandLine(args: readonly string[]): string {
  const quote = (one: string): string => (/^[^\s"]+$/.test(one) ? one : `"${one.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, "$1$1")}"`);
  return args.map(quote).join(" ");
}
