import { createGraphClient } from "../../src/graph/client.ts";
import { listPublished, readReport } from "../../src/reporting/report.ts";
import { renderReportHtml } from "../../src/reporting/render-html.ts";
import { createFleet } from "../reporting/fleet.ts";
import { summarize } from "./measure.ts";
import type { Measure } from "./measure.ts";

const DEVICES = 5000;
const PAGE = 1000;

/** Times a report of a fleet within a running process; answers come as JSON, as they would from Graph. */
export async function measureReport(): Promise<readonly [reading: Measure, page: Measure]> {
  const fleet = createFleet(DEVICES);
  const pages = Array.from({ length: DEVICES / PAGE }, (_, i) =>
    JSON.stringify({
      value: fleet.slice(i * PAGE, (i + 1) * PAGE),
      ...(i + 1 < DEVICES / PAGE ? { "@odata.nextLink": `https://graph.example/states/deviceRunStates?page=${i + 1}` } : {}),
    }),
  );
  const scripts = JSON.stringify({ value: [{ id: "1", displayName: "Spooler", description: "remedyc-id: contoso/spooler" }] });
  const client = createGraphClient("https://graph.example", {
    fetch: (address) => {
      const url = new URL(address instanceof Request ? address.url : address);
      const text = url.pathname.endsWith("deviceRunStates")
        ? (pages[Number(url.searchParams.get("page") ?? 0)] ?? "")
        : url.pathname.endsWith("deviceHealthScripts")
          ? scripts
          : "{}";
      return Promise.resolve(new Response(text));
    },
    now: () => new Date(),
    sleep: () => Promise.resolve(),
    getToken: () => Promise.resolve("token"),
    tell: () => undefined,
  });
  const [reading, page]: [number[], number[]] = [[], []];
  for (let i = 0; i < 12; i++) {
    const start = performance.now();
    const report = await readReport(client, await listPublished(client, undefined), () => undefined);
    const middle = performance.now();
    if (report.runs.length !== DEVICES) throw new Error(`${report.runs.length} runs were read`);
    renderReportHtml(report, new Date());
    if (i < 2) continue;
    reading.push(middle - start);
    page.push(performance.now() - middle);
  }
  return [summarize(reading), summarize(page)];
}
