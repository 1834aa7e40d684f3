import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** The bytes of a file of the package that lies beside its programs. In an executable `beside-executable.ts` stands in for this module. */
export function readBeside(name: string): Buffer {
  return readFileSync(join(__dirname, name));
}

/** Leaves a file beside the programs: whole or not at all, and silently: a folder in which this user may not write costs time at each start, nothing else. */
export function writeBeside(name: string, make: () => Buffer): void {
  const path = join(__dirname, name);
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, make());
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}

/** How a program requires: the packages that the bundle leaves outside are found by Node. */
export function createProgramRequire(program: string): NodeJS.Require {
  return createRequire(join(__dirname, program));
}
