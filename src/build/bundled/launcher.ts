#!/usr/bin/env node
import { start } from "./start-program.ts";
import type { CompileProgram } from "./start-program.ts";

/** The names of the bundled programs beside this file, with a hash of its text in each; put in by the bundler. */
declare const WHOLE_PROGRAM: string;
declare const COMPILE_PROGRAM: string;

const args = process.argv.slice(2);
const [command] = args;
if (command === "build" || command === "check") {
  // What a build does and what a check does is largely not the same, and what a cache holds is read whole.
  const { compile } = start(COMPILE_PROGRAM, { cacheName: command, isLong: true }) as CompileProgram;
  void compile(args).then((isDone) => isDone || start(WHOLE_PROGRAM, { isLong: command === "build" }));
} else start(WHOLE_PROGRAM, { isLong: command === "test" });
