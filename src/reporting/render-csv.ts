import type { Report } from "./report.ts";

const COLUMNS = ["remedy", "version", "device", "user", "os", "outcome", "item", "reason", "cause", "time"] as const;

/** One line a finding (RFC 4180), one a device that has none. A text that a spreadsheet would take for a formula begins with an apostrophe. */
export function renderReportCsv({ runs }: Report): string {
  const lines = runs.flatMap((run) =>
    (run.findings.length === 0 ? [{ item: "", reason: "", cause: "" }] : run.findings).map((finding) => {
      const row = { ...run, ...finding };
      return COLUMNS.map((column) => quote(row[column])).join(",");
    }),
  );
  return `${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
}

function quote(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
