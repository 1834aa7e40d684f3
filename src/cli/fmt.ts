import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { describeRefusal } from "../../grammar/parse-source.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { showLines } from "../diagnostics/show-text.ts";
import { formatText } from "../formatter/format.ts";
import { decodeSource, encodeLike, largestSourceFile } from "../source/decode.ts";
import { readPlainFile } from "../source/plain-file.ts";
import type { FmtArguments } from "./commands/fmt.ts";
import { findLayout } from "./fmt-layout.ts";
import { betweenWrites } from "./interrupts.ts";
import { startProgress } from "./progress.ts";
import { openProject } from "./project.ts";
import { replaceFiles } from "./replace-files.ts";
import { exitCodeOf, reportFindings } from "./report.ts";

/** Runs `remedyc fmt` in `folder`; gives the exit code: 1 where a file has syntax errors, cannot be written or, with `--check` or `--diff`, is not formatted. */
export async function runFmt(argv: FmtArguments, folder: string): Promise<number> {
  const name = argv["stdin-filepath"];
  return name === undefined ? formatFiles(argv, folder) : formatInput(name, argv, folder);
}

async function formatFiles(argv: FmtArguments, folder: string): Promise<number> {
  const project = await openProject(argv, folder);
  const { root, files } = project.value;
  const diagnostics: Diagnostic[] = [...project.diagnostics];
  if (files.length === 0 && diagnostics.length === 0) diagnostics.push(createDiagnostic("RMD7024", undefined, {}));
  const changed: string[] = [];
  const differences: string[] = [];
  if (!hasErrors(diagnostics)) {
    const progress = startProgress("formatting", files.length);
    await betweenWrites(async () => {
      for (const file of files) {
        const path = resolve(root, file);
        const read = readPlainFile(path, largestSourceFile);
        if ("error" in read) diagnostics.push(createDiagnostic("RMD7021", undefined, { path: file, reason: read.error }));
        else {
          const { value: bytes, diagnostics: found } = await formatBytes(file, path, read.bytes);
          diagnostics.push(...found);
          if (bytes && !bytes.equals(read.bytes)) {
            if (argv.diff) differences.push(await showDifference(file, read.bytes, bytes));
            const mistake = isLook(argv) ? createDiagnostic("RMD8701", undefined, { path: file }) : write(file, path, bytes);
            if (mistake) diagnostics.push(mistake);
            else changed.push(file);
          }
        }
        progress.step();
        // Here an interruption is heard.
        await setImmediate();
      }
    });
    progress.stop();
  }
  const text = hasErrors(diagnostics)
    ? changed.map((file) => `formatted ${file}\n`).join("")
    : `${changed.map((file) => `formatted ${file}\n`).join("")}${files.length} file${files.length === 1 ? "" : "s"}: ${changed.length === 0 ? "all formatted already" : `${changed.length} changed`}\n`;
  await reportFindings(diagnostics, argv.format, {
    text: differences.join("") + text,
    json: { files, changed, ...(argv.diff ? { differences } : {}) },
  });
  return exitCodeOf(diagnostics);
}

/** Formats standard input. Nothing but the formatted text goes to standard output, and nothing at all where there is none. */
async function formatInput(name: string, argv: FmtArguments, folder: string): Promise<number> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const { value, diagnostics } = await formatBytes(name, resolve(folder, name), bytes);
  const found = [...diagnostics];
  const isOther = value !== undefined && !bytes.equals(value);
  if (isLook(argv) && isOther) found.push(createDiagnostic("RMD8701", undefined, { path: name }));
  const text = argv.diff && isOther ? await showDifference(name, bytes, value) : "";
  if (found.length > 0) await reportFindings(found, "text", { text, json: {} });
  if (value && !isLook(argv)) process.stdout.write(value);
  return exitCodeOf(found);
}

/** Whether nothing is written. */
const isLook = ({ check, diff }: FmtArguments): boolean => check || diff;

/** What formatting makes of a file, as `git apply` takes it; on a terminal without what would command that. */
async function showDifference(file: string, before: Uint8Array, after: Uint8Array): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
  const [old, now] = [before, after].map((bytes) => Buffer.from(bytes).toString("utf8"));
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, old ?? "", now ?? "", undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
  return process.stdout.isTTY ? showLines(patch) : patch;
}

/** The formatted bytes of a file, in the encoding that it has. Undefined, with the reason, where it cannot be formatted. */
async function formatBytes(shown: string, path: string, bytes: Uint8Array): Promise<WithDiagnostics<Buffer | undefined>> {
  const decoded = decodeSource(shown, bytes);
  if (decoded.kind !== "source") return { value: undefined, diagnostics: [describeRefusal(shown, decoded)] };
  const layout = await findLayout(shown, path);
  if (!layout.value) return { value: undefined, diagnostics: layout.diagnostics };
  const { value, diagnostics } = formatText(shown, decoded.source.text, layout.value);
  // What else is to be said of a source, the other commands say.
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { value: value === undefined ? undefined : Buffer.from(encodeLike(value, bytes)), diagnostics: errors };
}

function write(shown: string, path: string, bytes: Uint8Array): Diagnostic | undefined {
  const failure = replaceFiles([{ path, bytes }]);
  return failure && createDiagnostic("RMD8702", undefined, { path: shown, reason: failure.error });
}
