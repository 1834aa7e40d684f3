import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import type { ReadLog, Story } from "./model.ts";
import { describeReadError, isReadError } from "../source/plain-file.ts";
import { readLog } from "./read-log.ts";
import type { ByteSource } from "./readers/byte-source.ts";
import type { Diagnosis } from "./reasoning/diagnosis.ts";
import { reason } from "./reasoning/reason.ts";
import { NameCollector } from "./redact/names.ts";
import { redactDiagnosis, Redactor } from "./redact/redact.ts";

export interface DiagnoseOptions {
  /** Of logs that are neither Unicode nor ASCII. */
  readonly codePage: string;
  readonly redact: boolean;
}

/** A log to read: `open` throws what its file system says. */
export interface LogFile {
  readonly name: string;
  readonly open: <T>(use: (source: ByteSource) => Promise<T>) => Promise<T>;
}

/** Reads logs one after the other and says what failed and why. */
export async function diagnose(files: readonly LogFile[], { codePage, redact }: DiagnoseOptions): Promise<WithDiagnostics<Diagnosis>> {
  const names = new NameCollector(redact);
  const logs: ReadLog[] = [];
  const stories: Story[] = [];
  const diagnostics: Diagnostic[] = [];
  let anyKnown = false;
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  for (const { name, open } of files) {
    try {
      const { log, known, archive, damaged, stories: found } = await open((source) => readLog(name, source, codePage, names));
      logs.push(log);
      stories.push(...found);
      anyKnown ||= known;
      if (damaged > 0 && log.lines === 0) report(createDiagnostic("RMD8501", undefined, { file: name }));
      else if (damaged > 0) report(createDiagnostic("RMD8502", undefined, { file: name, damaged, records: log.lines }));
      else if (archive !== undefined) report(createDiagnostic("RMD8510", undefined, { file: name, archive }));
      else if (!known) report(createDiagnostic("RMD8503", undefined, { file: name }));
      if (log.cut > 0) report(createDiagnostic("RMD8505", undefined, { file: name, lines: log.cut }));
    } catch (error) {
      report(
        createDiagnostic("RMD8500", undefined, {
          file: name,
          reason: isReadError(error) ? describeReadError(error) : error instanceof Error ? error.message : String(error),
        }),
      );
    }
  }
  const diagnosis: Diagnosis = { logs, ...reason(stories) };
  if (anyKnown && !diagnosis.causes.some(({ told }) => told))
    report(
      createDiagnostic("RMD8504", undefined, {
        what: diagnosis.causes.length > 0 ? "say that something failed, and not why" : "tell of no failure that is known",
      }),
    );
  if (!redact) return { value: diagnosis, diagnostics };
  const redactor = new Redactor(names);
  const value = redactDiagnosis(diagnosis, redactor);
  return { value, diagnostics: diagnostics.map((one) => ({ ...one, message: redactor.redact(one.message) })) };
}
