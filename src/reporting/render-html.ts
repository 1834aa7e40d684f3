import page from "../generated/reportpage.json" with { type: "json" };
import { outcomes } from "./device-run.ts";
import { renderPage } from "../pages/frame.ts";
import type { PageData } from "./page-data.ts";
import { toCause } from "./report.ts";
import type { Report } from "./report.ts";

/** The report as one page. */
export function renderReportHtml({ runs, history }: Report, now: Date): string {
  const places = new Map<string, number>();
  const causes: PageData["causes"][number][] = [];
  const place = (remedy: string, item: string, cause: string): number => {
    const key = JSON.stringify([remedy, item, cause]);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, causes.length);
    return causes.push({ remedy, item, cause }) - 1;
  };
  const data: PageData = {
    made: now.toISOString(),
    outcomes,
    runs: runs.map((run) => ({
      ...run,
      causes:
        run.outcome === "fixed" || run.outcome === "compliant"
          ? []
          : [...new Set(run.findings.map(({ item, reason, cause }) => place(run.remedy, item, toCause(cause === "" ? reason : cause))))],
    })),
    causes,
    history,
  };
  return renderPage(page, "Remedies on devices", data);
}
