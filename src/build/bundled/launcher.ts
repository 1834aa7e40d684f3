#!/usr/bin/env node
import { start } from "./start-program.ts";
import type { CompileProgram } from "./start-program.ts";

/** The names of the bundled programs beside this file, with a hash of its text in each; put in by the bundler. */
declare const WHOLE_PROGRAM: string;
declare const COMPILE_PROGRAM: string;

const args = process.argv.slice(2);
const [command] = args;
if (command === "build" || command === "check") {
  const { compile } = start(COMPILE_PROGRAM, command === "build") as CompileProgram;
  void compile(args).then((isDone) => isDone || start(WHOLE_PROGRAM, command === "build"));
} else start(WHOLE_PROGRAM, command === "test");
