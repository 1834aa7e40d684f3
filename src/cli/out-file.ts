import { lstatSync } from "node:fs";
import { resolve } from "node:path";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { replaceFiles } from "./replace-files.ts";

/** What a command is told of the one file that it writes: none where `out` is missing; one that is there is replaced with `force` only. */
export interface OutFile {
  readonly out: string | undefined;
  readonly force: boolean;
}

/** Whether something is at a path, be it a link that leads nowhere. */
export function isTaken(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Why the file will not be written, for who would look before there is anything to write; undefined where nothing stands in the way. */
export function refuseTaken({ out, force }: OutFile, folder: string): Diagnostic | undefined {
  return out !== undefined && !force && isTaken(resolve(folder, out)) ? createDiagnostic("RMD8603", undefined, { file: out }) : undefined;
}

/** Writes the file, wholly or not at all. Gives why it was not. */
export function writeOut(out: string, text: string, folder: string): Diagnostic | undefined {
  const failure = replaceFiles([{ path: resolve(folder, out), bytes: Buffer.from(text) }]);
  return failure && createDiagnostic("RMD8843", undefined, { file: out, reason: failure.error });
}
