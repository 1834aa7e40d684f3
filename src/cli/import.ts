import { resolve } from "node:path";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { examine } from "../importer/examine.ts";
import { importPair } from "../importer/import-pair.ts";
import { readScript } from "../importer/read-script.ts";
import { nameOfPair } from "../importer/write-remedy.ts";
import type { WrittenRemedy } from "../importer/write-remedy.ts";
import type { ImportArguments } from "./commands/import.ts";
import { createCompiler } from "./compiler-session.ts";
import { toProjectPath } from "./inputs.ts";
import { refuseTaken, writeOut } from "./out-file.ts";
import { exitCodeOf, reportFindings } from "./report.ts";

/** Runs `remedyc import` in `folder`; gives the exit code. */
export async function runImport(argv: ImportArguments, folder: string): Promise<number> {
  const diagnostics: Diagnostic[] = [];
  const finish = async (written: WrittenRemedy | undefined, text: string): Promise<number> => {
    const told = written && {
      name: written.name,
      file: argv.out,
      remedy: written.text,
      statements: written.statements,
      asKinds: written.asKinds,
      left: written.left,
      hasScript: written.hasScript,
    };
    await reportFindings(diagnostics, argv.format, { text, json: told ?? {} });
    return exitCodeOf(diagnostics);
  };
  const taken = refuseTaken(argv, folder);
  if (taken) {
    diagnostics.push(taken);
    return finish(undefined, "");
  }
  const [detect, remediate] = [argv.detect, argv.remediate].map((path) =>
    path === undefined
      ? undefined
      : readScript(resolve(folder, path), toProjectPath(resolve(folder, path), folder) ?? path.replaceAll("\\", "/")),
  );
  for (const read of [detect, remediate]) if (read && "diagnostic" in read) diagnostics.push(read.diagnostic);
  if (!detect || "diagnostic" in detect || (remediate && "diagnostic" in remediate)) return finish(undefined, "");
  const { examined, findings, isReadable } = examine(detect.file, remediate?.file);
  diagnostics.push(...findings);
  if (!isReadable) return finish(undefined, "");
  const written = await importPair(examined, argv.name ?? nameOfPair(resolve(folder, argv.detect)), await createCompiler(folder));
  if ("reason" in written) {
    diagnostics.push(createDiagnostic("RMD8840", undefined, { file: detect.file.path, reason: written.reason }));
    return finish(undefined, "");
  }
  const failure = argv.out === undefined ? undefined : writeOut(argv.out, written.text, folder);
  if (failure) {
    diagnostics.push(failure);
    return finish(undefined, "");
  }
  return finish(written, `${argv.out === undefined ? `${written.text}\n` : ""}${tell(written, argv)}`);
}

/** What became of the pair, and what to do next. */
function tell(written: WrittenRemedy, { out }: ImportArguments): string {
  const left = written.statements - written.asKinds;
  const file = out ?? `${written.name}.remedy`;
  return [
    ...(out === undefined ? [] : [`Written to ${out}.`]),
    `${written.asKinds} of ${written.statements} statements became kinds${left > 0 ? `; ${left} did not${written.hasScript ? " and stand as 'script'" : ""}:` : "."}`,
    ...(left > 0 ? written.left.map((line) => `  ${line}`) : []),
    out === undefined
      ? `Next: 'remedyc import … --out ${file}', then 'remedyc check ${file}'.`
      : `Next: read it, then 'remedyc check ${file}' and 'remedyc test ${file}'.`,
    "",
  ].join("\n");
}
