import { statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { toJsonDiagnostic } from "../diagnostics/renderers/json.ts";
import { toJsonText } from "../diagnostics/show-text.ts";
import { tellAudit } from "../importer/audit/text.ts";
import { auditPairs } from "../importer/audit/audit.ts";
import type { Audit } from "../importer/audit/audit.ts";
import type { AuditArguments } from "./commands/audit.ts";
import { findFiles } from "./inputs.ts";
import { refuseTaken, writeOut } from "./out-file.ts";
import { exitCodeOf, reportFindings } from "./report.ts";
import { version } from "./version.ts";

/** Runs `remedyc audit` in `folder`; gives the exit code. What is wrong with a script is no failure of the audit. */
export async function runAudit(argv: AuditArguments, folder: string): Promise<number> {
  const finish = async (diagnostics: readonly Diagnostic[], text = ""): Promise<number> => {
    await reportFindings(diagnostics, "text", { text, json: {} });
    return exitCodeOf(diagnostics);
  };
  const root = resolve(folder, argv.folder);
  const { out } = argv;
  const taken = refuseTaken(argv, folder);
  if (taken) return finish([taken]);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true)
    return finish([
      createDiagnostic("RMD7020", undefined, {
        what: `There is no folder '${argv.folder}'`,
        hint: "Give one with detection and remediation scripts.",
      }),
    ]);
  const shown = (path: string): string => relative(folder, path).replaceAll("\\", "/");
  const scripts = await findFiles({ pattern: "**/*.[pP][sS]1", folder: root });
  const audit = auditPairs(scripts, shown);
  if (audit.pairs.length === 0) return finish([createDiagnostic("RMD8841", undefined, { folder: argv.folder })]);
  if (out === undefined && (argv.format === "text" || argv.format === "sarif")) {
    await reportFindings(audit.findings, argv.format, { text: argv.format === "text" ? tellAudit(audit) : "", json: {} });
    return exitCodeOf(audit.findings);
  }
  const text = await render(argv.format, audit);
  if (out === undefined) {
    process.stdout.write(text);
    return exitCodeOf(audit.findings);
  }
  const failure = writeOut(out, text, folder);
  if (failure) return finish([failure]);
  process.stdout.write(`Written to ${out}\n`);
  return exitCodeOf(audit.findings);
}

async function render(format: AuditArguments["format"], audit: Audit): Promise<string> {
  switch (format) {
    case "html": {
      const { renderAuditHtml } = await import("../importer/audit/html.ts");
      return renderAuditHtml(audit, version);
    }
    case "sarif": {
      const { toSarif } = await import("../diagnostics/renderers/sarif.ts");
      return `${toJsonText(toSarif(audit.findings, version))}\n`;
    }
    case "json":
      return `${toJsonText({ pairs: audit.pairs.map(({ name, detect, remediate, findings }) => ({ name, detect, remediate, findings: findings.map(toJsonDiagnostic) })), others: audit.others })}\n`;
    case "text":
      return tellAudit(audit);
    default:
      return format satisfies never;
  }
}
