#!/usr/bin/env node
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

/** The name of the bundled program beside this file, with a hash of its text in it; put in by the bundler. */
declare const PROGRAM: string;

/** The program's one expression: a function as CommonJS calls it. */
type Program = (exports: object, require: NodeJS.Require, module: object, filename: string, folder: string) => void;

/**
 * Starts the bundled program with V8's code cache: without it compiling the program takes longer than all that it does with a short file.
 * V8 checks a cache against its own version and flags and the length of the text, but not against the text, so the hash in the file's name does that.
 * The cache belongs to one version of Node; who uses another one than that which installed, and may write here, has it from the second build on.
 */
const path = join(__dirname, PROGRAM);
const cachePath = `${path}.${process.version}-${process.arch}.cache`;
const cachedData = readCache();
const script = new Script(readFileSync(path, "latin1"), { filename: path, ...(cachedData ? { cachedData } : {}) });
// A build goes through most of the program: only then the cache holds what the next one needs.
if (!cachedData && process.argv[2] === "build") process.on("exit", (code) => (code === 0 && !isTuned() ? writeCache() : undefined));
const module = { exports: {} };
(script.runInThisContext() as Program)(module.exports, createRequire(path), module, path, dirname(path));

/** V8 takes a cache only with the flags with which it was made, and a large build changes one (`src/cli/tune-engine.ts`). */
function isTuned(): boolean {
  return Symbol.for("remedyc.engine-is-tuned") in globalThis;
}

function readCache(): Buffer | undefined {
  try {
    return readFileSync(cachePath);
  } catch {
    return undefined;
  }
}

/** Whole or not at all, and silently: a folder in which this user may not write costs time at each start, nothing else. */
function writeCache(): void {
  const temporary = `${cachePath}.${process.pid}`;
  try {
    writeFileSync(temporary, script.createCachedData());
    renameSync(temporary, cachePath);
  } catch {
    rmSync(temporary, { force: true });
  }
}
