import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { diagnose } from "../diagnosis/diagnose.ts";
import type { LogFile } from "../diagnosis/diagnose.ts";
import type { Diagnosis } from "../diagnosis/reasoning/diagnosis.ts";
import { withFile } from "../diagnosis/readers/byte-source.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { toJsonDiagnostic } from "../diagnostics/renderers/json.ts";
import { toJsonText } from "../diagnostics/show-text.ts";
import type { DiagnoseArguments } from "./commands/diagnose.ts";
import { findFiles } from "./inputs.ts";
import { replaceFiles } from "./replace-files.ts";
import { exitCodeOf, reportFindings } from "./report.ts";
import { version } from "./version.ts";

/** What logs end with, in folders. */
const LOG = /\.(?:log|jsonl|txt|evtx|lo_)$/i;

/** Runs `remedyc diagnose` in `folder`; gives the exit code. */
export async function runDiagnose(argv: DiagnoseArguments, folder: string): Promise<number> {
  if (argv.logs.length === 0) return finish([createDiagnostic("RMD8509", undefined, {})]);
  if (!isEncoding(argv.encoding)) return finish([createDiagnostic("RMD8507", undefined, { name: argv.encoding })]);
  const { value: paths, diagnostics: before } = await findLogs(argv.logs, folder);
  const target = argv.out === undefined ? undefined : resolve(folder, argv.out);
  if (target !== undefined && paths.includes(target))
    return finish([createDiagnostic("RMD8508", undefined, { file: argv.out ?? "", reason: "it is one of the logs" })]);
  const files: LogFile[] = paths.map((path) => ({ name: showPath(path, folder), open: (use) => withFile(path, use) }));
  const { value, diagnostics: found } = await diagnose(files, { codePage: argv.encoding, redact: argv.redact });
  const diagnostics = [...before, ...found];
  if (target === undefined) return write(argv.format, value, diagnostics);
  const failure = replaceFiles([{ path: target, bytes: Buffer.from(await render(argv.format, value, diagnostics)) }]);
  if (failure) diagnostics.push(createDiagnostic("RMD8508", undefined, { file: argv.out ?? "", reason: failure.error }));
  return finish(diagnostics, failure ? "" : `Written to ${argv.out ?? ""}\n`);
}

async function write(format: DiagnoseArguments["format"], diagnosis: Diagnosis, diagnostics: readonly Diagnostic[]): Promise<number> {
  if (format === "text") return finish(diagnostics, await render(format, diagnosis, diagnostics));
  process.stdout.write(await render(format, diagnosis, diagnostics));
  // a page has no place for them
  return format === "json" ? exitCodeOf(diagnostics) : finish(diagnostics);
}

async function render(format: DiagnoseArguments["format"], diagnosis: Diagnosis, diagnostics: readonly Diagnostic[]): Promise<string> {
  switch (format) {
    case "json": {
      const { toJsonDiagnosis } = await import("../diagnosis/renderers/json.ts");
      return `${toJsonText({ ...toJsonDiagnosis(diagnosis), diagnostics: diagnostics.map(toJsonDiagnostic) })}\n`;
    }
    case "html": {
      const { renderHtml } = await import("../diagnosis/renderers/html.ts");
      return renderHtml(diagnosis, version);
    }
    case "text": {
      const { renderDiagnosis } = await import("../diagnosis/renderers/text.ts");
      return renderDiagnosis(diagnosis);
    }
    default:
      return format satisfies never;
  }
}

async function finish(diagnostics: readonly Diagnostic[], text = ""): Promise<number> {
  await reportFindings(diagnostics, "text", { text, json: {} });
  return exitCodeOf(diagnostics);
}

/** The logs that arguments name, each once: files, those directly in a folder, those that a pattern finds. */
async function findLogs(names: readonly string[], folder: string): Promise<WithDiagnostics<readonly string[]>> {
  const paths = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const name of names) {
    const path = resolve(folder, name);
    if (!existsSync(path)) {
      const found = await findFiles({ pattern: name, folder });
      if (found.length === 0)
        diagnostics.push(createDiagnostic("RMD8500", undefined, { file: name, reason: "there is no such file or folder" }));
      for (const one of found) paths.add(one.split("/").join(sep));
    } else if (statSync(path).isDirectory()) {
      const found = listLogs(path);
      if (found.length === 0) diagnostics.push(createDiagnostic("RMD8506", undefined, { path: name }));
      for (const one of found) paths.add(one);
    } else paths.add(path);
  }
  return { value: [...paths], diagnostics };
}

function listLogs(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && LOG.test(entry.name))
      .map((entry) => join(folder, entry.name))
      .sort();
  } catch {
    return [];
  }
}

/** As the reader typed it, as far as that is the shorter. */
function showPath(path: string, folder: string): string {
  const way = relative(folder, path);
  return way === "" || way.startsWith("..") ? path : way;
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false;
  }
}
