import { resolve } from "node:path";
import { findClosest } from "../binder/did-you-mean.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { toJsonText } from "../diagnostics/show-text.ts";
import { catchFault } from "../graph/fault.ts";
import { listPublished, readReport } from "../reporting/report.ts";
import type { Report } from "../reporting/report.ts";
import { renderReportCsv } from "../reporting/render-csv.ts";
import { renderReportText } from "../reporting/render-text.ts";
import type { ReportArguments } from "./commands/report.ts";
import { tellPerson } from "./graph-host.ts";
import type { Connect } from "./graph-host.ts";
import { findWriteObstacle, replaceFiles } from "./replace-files.ts";
import { exitCodeOf, reportFindings } from "./report.ts";

/** After so many runs a person hears how far it is. */
const EVERY = 5000;

/** Runs `remedyc report intune` in `folder`; gives the exit code. What it found goes to standard output or a file, findings to standard error. */
export async function runReport(argv: ReportArguments, folder: string, connect: Connect): Promise<number> {
  const diagnostics = await writeReport(argv, folder, connect);
  await reportFindings(diagnostics, "text", { text: "", json: {} });
  return exitCodeOf(diagnostics);
}

async function writeReport(argv: ReportArguments, folder: string, connect: Connect): Promise<readonly Diagnostic[]> {
  const target = argv.out === undefined ? undefined : resolve(folder, argv.out);
  const failWriting = (reason: string): Diagnostic[] => [createDiagnostic("RMD8216", undefined, { path: argv.out ?? "", reason })];
  const obstacle = target === undefined ? undefined : findWriteObstacle(target);
  if (obstacle !== undefined) return failWriting(obstacle);
  const client = await connect(argv, "report");
  if (!client.value) return client.diagnostics;
  const graph = client.value;
  const listed = await catchFault(() => listPublished(graph, argv.project));
  if ("fault" in listed) return [listed.fault];
  const names = listed.value.map(({ identity }) => identity?.name ?? "");
  const unknown = argv.remedies.filter((name) => !names.includes(name));
  if (unknown.length > 0) return unknown.map((name) => describeUnknown(name, names));
  const chosen = listed.value.filter((_, i) => argv.remedies.length === 0 || argv.remedies.includes(names[i] ?? ""));
  const read = await catchFault(() =>
    readReport(graph, chosen, (count) => {
      if (count % EVERY === 0) tellPerson(`${count} runs read`);
    }),
  );
  if ("fault" in read) return [read.fault];
  const report = read.value;
  const text = await render(report, argv.format);
  if (target === undefined) {
    process.stdout.write(text);
    return [];
  }
  const failure = replaceFiles([{ path: target, bytes: Buffer.from(text) }]);
  if (failure) return failWriting(failure.error);
  tellPerson(`${report.runs.length} runs of ${report.remedies.length} remedies written to ${argv.out ?? ""}`);
  return [];
}

function describeUnknown(name: string, names: readonly string[]): Diagnostic {
  const closest = findClosest(name, names);
  return createDiagnostic("RMD8214", undefined, {
    problem: `no remedy '${name}' that remedyc published`,
    hint: closest === undefined ? "" : ` Did you mean '${closest}'?`,
  });
}

async function render(report: Report, format: ReportArguments["format"]): Promise<string> {
  switch (format) {
    case "text":
      return renderReportText(report);
    case "csv":
      return renderReportCsv(report);
    case "json":
      return `${toJsonText(report)}\n`;
    case "html": {
      const { renderReportHtml } = await import("../reporting/render-html.ts");
      return renderReportHtml(report, new Date());
    }
    default:
      return format satisfies never;
  }
}
