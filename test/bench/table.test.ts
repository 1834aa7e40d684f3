import { expect, test } from "vitest";
import { growthRow, memoryRow, timeRow } from "./rows.ts";
import { renderMarkdown, renderText } from "./table.ts";
import type { Report } from "./table.ts";

const empty = { fastest: 25, median: 30 };
const build = { name: "12 resources", fastest: 150, median: 195 };

test("a row of a time has its ratios to the empty program and to peers, and is judged by its median", () => {
  const row = timeRow(build, empty, { limit: { ratio: 6 }, peers: [{ name: "Other 1.0", fastest: 75, median: 78 }] });
  expect(row).toEqual({
    ...build,
    unit: "ms",
    ratio: { fastest: 6, median: 6.5 },
    comparisons: [{ peer: "Other 1.0", fastest: 75, median: 78, ratio: { fastest: 2, median: 2.5 } }],
    target: { text: "<= 6x", isMet: false },
  });
  expect(timeRow(build, empty, { limit: { ratio: 6.5 } }).target).toEqual({ text: "<= 6.5x", isMet: true });
  expect(timeRow(build, empty, { limit: { milliseconds: 195 } }).target).toEqual({ text: "<= 195 ms", isMet: true });
  expect(timeRow(build, empty, { limit: { milliseconds: 194 } }).target).toEqual({ text: "<= 194 ms", isMet: false });
  expect(timeRow(build, empty).target).toBeUndefined();
});

test("growth is how many times the smaller input's time the larger one's is", () => {
  const row = growthRow("growth", { fastest: 1000, median: 1300 }, { fastest: 100, median: 100 }, 11);
  expect(row).toMatchObject({ unit: "x", fastest: 10, median: 13, target: { text: "<= 11x", isMet: false } });
});

const REPORT: Report = {
  node: "v20.19.0",
  processors: 2,
  rounds: 3,
  load: { start: 1.5, end: undefined },
  unrest: ["the load average was 1.50 at start"],
  missing: ["Another 2.0, which does not run here: Error: no"],
  failures: [],
  rows: [
    timeRow({ name: "node -e 0", ...empty }, empty),
    timeRow(build, empty, { limit: { ratio: 7 }, peers: [{ name: "Other 1.0", fastest: 75, median: 78 }] }),
    memoryRow("memory, 12 resources", 72.84),
  ],
};

test("the text says how far it can be trusted, and aligns figures", () => {
  expect(renderText(REPORT).split("\n").slice(0, 8)).toEqual([
    "Node v20.19.0, 2 processors, 3 rounds, load average 1.50 at start and unknown at end",
    "WARNING: the machine was not calm, do not trust these figures: the load average was 1.50 at start.",
    "Missing: Another 2.0, which does not run here: Error: no",
    "",
    "                      fastest   median  x fastest  x median  Other 1.0  ours / its  target",
    "node -e 0             25.0 ms  30.0 ms      1.00x     1.00x",
    "12 resources           150 ms   195 ms      6.00x     6.50x    78.0 ms       2.50x  <= 7x met",
    "memory, 12 resources           72.8 MB",
  ]);
});

test("Markdown has the same cells, and no columns of peers where no row has one", () => {
  expect(renderMarkdown(REPORT)).toContain(
    "|  | fastest | median | x fastest | x median | Other 1.0 | ours / its | target |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n",
  );
  expect(renderMarkdown(REPORT)).toContain("| 12 resources | 150 ms | 195 ms | 6.00x | 6.50x | 78.0 ms | 2.50x | <= 7x met |\n");
  const alone = { ...REPORT, rows: REPORT.rows.slice(0, 1), failures: ["detection: no PowerShell"] };
  expect(renderMarkdown(alone)).toContain("|  | fastest | median | x fastest | x median | target |\n");
  expect(renderMarkdown(alone)).toContain("FAILED: detection: no PowerShell\n");
});

test("remarks have a column where a row has one", () => {
  const remarked = { ...REPORT, rows: [memoryRow("a", 90), { ...memoryRow("b", 100), remark: "proved: 6 states" }] };
  expect(renderMarkdown(remarked)).toContain("| target | remark |\n| --- | ---: | ---: | ---: | ---: | --- | --- |\n");
  expect(renderText(remarked)).toMatch(/^b .*100 MB +proved: 6 states$/m);
  expect(renderText({ ...remarked, rows: [memoryRow("a", 90)] })).not.toContain("remark");
});
