import { findTarget } from "../../targets/targets.ts";
import type { BuildArguments } from "../build-arguments.ts";
import type { CheckArguments } from "../commands/check.ts";
import type { OutputFormat } from "../commands/common-options.ts";

/** A command line that is read without yargs. */
export type PlainLine =
  { readonly command: "build"; readonly options: BuildArguments } | { readonly command: "check"; readonly options: CheckArguments };

const FORMATS: readonly OutputFormat[] = ["text", "json", "sarif"];

/** Options with one value, and those that may be given several times. */
const ONCE = ["format", "root", "config", "out"] as const;
const OFTEN = ["target", "set"] as const;

/**
 * Reads a command line of `build` or `check` that leaves nothing to tell: the command first, known options with their values, files. Undefined for any other, whether it is right or wrong: yargs
 * reads and explains those (`createParser` in run.ts). That is what most starts are, and yargs would take a fifth of one. What is read here means the same there, which a test holds.
 */
export function readPlainLine([command, ...args]: readonly string[]): PlainLine | undefined {
  if (command !== "build" && command !== "check") return undefined;
  const files: string[] = [];
  const once: { [option in (typeof ONCE)[number]]?: string } = {};
  const often: { [option in (typeof OFTEN)[number]]?: string[] } = {};
  let clean = false;
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? "";
    if (!argument.startsWith("-")) {
      if (!isText(argument)) return undefined;
      files.push(argument);
      continue;
    }
    if (argument === "--clean" && command === "build" && !clean) {
      clean = true;
      continue;
    }
    const [, name, joined] = /^--([a-z]+)(?:=(.*))?$/s.exec(argument) ?? [];
    const value = joined ?? args[++at];
    if (value === undefined || !isText(value)) return undefined;
    const single = ONCE.find((option) => option === name);
    const list = OFTEN.find((option) => option === name);
    if (single !== undefined && once[single] === undefined && (single !== "out" || command === "build")) once[single] = value;
    else if (list !== undefined) (often[list] ??= []).push(value);
    else return undefined;
  }
  const { format = "text", root, config, out } = once;
  const isFormat = (word: string): word is OutputFormat => FORMATS.some((known) => known === word);
  if (!isFormat(format) || often.target?.some((name) => !findTarget(name))) return undefined;
  const options: CheckArguments = { files, format, root, config, target: often.target, set: often.set, params: undefined };
  return command === "check"
    ? { command, options }
    : { command, options: { ...options, out, clean, watch: false, sign: false, hash: "sha256" } };
}

/** What yargs takes as it is: no option, nothing in quotes, no number, and not empty. */
const isText = (value: string): boolean => value !== "" && !value.startsWith("-") && !/^["']|["']$|^[+.\d][\w+.-]*$/.test(value);
