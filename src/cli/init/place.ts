import { lstatSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { toFileName } from "../../scaffold/names.ts";
import { isTaken } from "../out-file.ts";
import { writeOutputs } from "../write-outputs.ts";

/** Where a remedy is written: a folder, and the file's name where it is known already. */
export interface Place {
  readonly folder: string;
  readonly fileName: string | undefined;
}

/** Reads the file that a person names: a folder, a .remedy file, or one without its ending. */
export function readPlace(file: string | undefined, folder: string): { readonly value: Place } | { readonly error: Diagnostic } {
  if (file === undefined) return { value: { folder, fileName: undefined } };
  const path = resolve(folder, file);
  if (/[\\/]$/.test(file) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    return { value: { folder: path, fileName: undefined } };
  const name = basename(path);
  const wrong = (reason: string) => ({ error: createDiagnostic("RMD8608", undefined, { file, reason }) });
  if (name.includes("\\")) return wrong(`folders are separated by '/' here; write '${file.replaceAll("\\", "/")}'`);
  if (name.toLowerCase().endsWith(".remedy")) return { value: { folder: dirname(path), fileName: name } };
  // A dot and a few letters are an ending; 'tls 1.2' is a name.
  const ending = /\.[A-Za-z]\w{0,4}$/.exec(name)?.[0];
  if (ending !== undefined) return wrong(`files of remedies end in .remedy; write '${name.slice(0, -ending.length)}.remedy'`);
  return { value: { folder: dirname(path), fileName: `${name}.remedy` } };
}

/** The file in which a remedy of that name is written. */
export function fileNameOf({ fileName }: Place, remedy: string): string {
  return fileName ?? toFileName(remedy);
}

/**
 * Writes files into a folder, all or none. What exists is replaced with `force` only; a file that is there as it would be written stays. Gives why nothing was written.
 */
export function writeFresh(
  folder: string,
  files: { readonly [path: string]: string },
  options: { readonly force: boolean; readonly from: string },
): Diagnostic | undefined {
  const changed = Object.entries(files).filter(([path, text]) => !holds(join(folder, path), text));
  const taken = options.force ? undefined : changed.find(([path]) => isTaken(join(folder, path)));
  if (taken) return createDiagnostic("RMD8603", undefined, { file: showPath(join(folder, taken[0]), options.from) });
  return writeOutputs(
    folder,
    changed.map(([path, text]) => ({ path, pieces: [Buffer.from(text, "utf8")] })),
  );
}

function holds(path: string, text: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true && readFileSync(path, "utf8") === text;
}

/** A path as a person in `folder` writes it. */
export function showPath(path: string, folder: string): string {
  const way = relative(folder, path);
  return way === "" ? "." : way;
}

/** A word of a command line, for the shells of this system. */
export function shellWord(text: string): string {
  if (/^[\w./\\:@%+=,-]+$/.test(text)) return text;
  // PowerShell and POSIX shells take everything between apostrophes as it is; they double it, or leave and come back.
  return `'${text.replaceAll("'", process.platform === "win32" ? "''" : "'\\''")}'`;
}
