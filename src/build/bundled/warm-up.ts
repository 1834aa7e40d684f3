import { start } from "./start-program.ts";
import type { CompileProgram } from "./start-program.ts";

declare const COMPILE_PROGRAM: string;

/** Runs a build and a check in one process, so that the code cache of the small program holds what both need: the arguments are those of the build, `--` and those of the check. */
const args = process.argv.slice(2);
const between = args.indexOf("--");
const { compile } = start(COMPILE_PROGRAM, true) as CompileProgram;
void compile(args.slice(0, between))
  .then(() => process.exitCode === 0 && compile(args.slice(between + 1)))
  .then((isDone) => (process.exitCode ||= isDone ? 0 : 1));
