import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { createProgramRequire, readBeside, writeBeside } from "./beside.ts";

/** A program's one expression: a function as CommonJS calls it, which also gets what reads the data beside the program. */
type Program = (
  exports: object,
  require: NodeJS.Require,
  module: object,
  filename: string,
  folder: string,
  readData: typeof readBeside,
) => void;

/** What the small program exports: gives false where it leaves the command line to the whole one. */
export interface CompileProgram {
  readonly compile: (args: readonly string[]) => Promise<boolean>;
}

/**
 * Starts a bundled program with V8's code cache: without it compiling the program takes longer than all that it does with a short file. Gives what it exports.
 * V8 checks a cache against its own version and flags and the length of the text, but not against the text, so the hash in the file's name does that.
 * The cache belongs to one version of Node; who uses another one than that which installed, and may write here, has it from the second build on.
 * `isLong`: this run goes through most of what the program is for; only then the cache holds what the next one needs. By `cacheName` a program has several caches, each for runs of one sort.
 */
export function start(program: string, { cacheName, isLong }: { readonly cacheName?: string; readonly isLong: boolean }): object {
  const path = join(__dirname, program);
  const cacheFile = `${program}${cacheName === undefined ? "" : `.${cacheName}`}.${process.version}-${process.arch}.cache`;
  const cachedData = readCache(cacheFile);
  const script = new Script(readBeside(program).toString("latin1"), { filename: path, ...(cachedData ? { cachedData } : {}) });
  if (!cachedData && isLong)
    process.on("exit", (code) => (code === 0 && !isTuned() ? writeBeside(cacheFile, () => script.createCachedData()) : undefined));
  const module = { exports: {} };
  (script.runInThisContext() as Program)(module.exports, createProgramRequire(program), module, path, dirname(path), readBeside);
  return module.exports;
}

/** V8 takes a cache only with the flags with which it was made, and a large build changes one (`src/cli/tune-engine.ts`). */
function isTuned(): boolean {
  return Symbol.for("remedyc.engine-is-tuned") in globalThis;
}

function readCache(file: string): Buffer | undefined {
  try {
    return readBeside(file);
  } catch {
    return undefined;
  }
}
