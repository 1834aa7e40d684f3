import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { readDeviceRun } from "../../src/reporting/device-run.ts";
import { renderReportHtml } from "../../src/reporting/render-html.ts";
import { createFolder } from "../cli/support.ts";
import { openPage } from "./browser.ts";
import { createFleet, HOSTILE } from "./fleet.ts";

/** What stands on the page. */
const STATE = `({
  title: document.title,
  summary: document.querySelector(".summary").textContent,
  outcomes: [...document.querySelectorAll(".outcomes button")].map((button) => button.textContent),
  rows: document.querySelectorAll("tbody tr").length,
  tags: [...new Set([...document.querySelectorAll("tbody .tag")].map((tag) => tag.textContent))],
  details: document.querySelector(".details pre")?.textContent ?? "",
})`;
interface State {
  readonly title: string;
  readonly summary: string;
  readonly outcomes: readonly string[];
  readonly rows: number;
  readonly tags: readonly string[];
  readonly details: string;
}

test("the page of a report loads in a browser without an error, is filtered, and drilled down", async () => {
  const runs = createFleet(120).map((state) => readDeviceRun(state, "spooler"));
  const failed = runs.filter(({ outcome }) => outcome === "failed");
  const folder = createFolder();
  writeFileSync(join(folder, "report.html"), renderReportHtml({ remedies: [], causes: [], runs, history: [] }, new Date()));
  const page = await openPage(pathToFileURL(join(folder, "report.html")).href, folder);
  const read = async (action = ""): Promise<State> => (await page.evaluate(`${action};${STATE}`)) as State;
  try {
    const whole = await read();
    expect(whole).toMatchObject({ title: "Remedies on devices", summary: "120 of 120 runs on 120 devices", rows: 50, details: "" });
    expect(whole.outcomes[0]).toBe(`${failed.length} failed`);

    const filtered = await read(`document.querySelector('.outcomes [aria-label="failed"]').click()`);
    expect(filtered).toMatchObject({ tags: ["failed"], rows: failed.length });
    expect(filtered.summary).toBe(`${failed.length} of 120 runs on ${failed.length} devices`);

    const open = await read(`document.querySelector("tbody .device").click()`);
    expect(open.rows).toBe(failed.length + 1);
    expect(failed.map(({ said }) => said)).toContain(open.details);

    const found = await read(
      `[...document.querySelectorAll("button")].find((button) => button.textContent === "Show all").click();` +
        `const search = document.getElementById("search"); search.value = "document.title"; search.dispatchEvent(new Event("input"))`,
    );
    expect(found).toMatchObject({ title: "Remedies on devices", summary: "1 of 120 runs on 1 device", rows: 1 });
    expect(await page.evaluate(`document.querySelector("tbody .device").textContent`)).toBe(HOSTILE);
    expect(page.errors).toEqual([]);
  } finally {
    await page.close();
  }
}, 60_000);
