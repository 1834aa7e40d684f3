import type { PageData } from "../page-data.ts";
import { drawDays, drawRows } from "./charts.ts";
import type { Day } from "./charts.ts";
import { html, keepFocus, toClass } from "../../pages/browser/dom.ts";

type Run = PageData["runs"][number];
type Outcome = Run["outcome"];

const PAGE = 50;
const MOST_CAUSES = 12;
const data = JSON.parse(document.getElementById("data")?.textContent ?? "{}") as PageData;

/** What is chosen; everything on the page is drawn from it. */
const chosen = {
  text: "",
  remedy: "",
  outcomes: new Set<Outcome>(),
  cause: undefined as number | undefined,
  day: undefined as string | undefined,
  sort: "outcome" as "device" | "remedy" | "outcome" | "time",
  isDescending: false,
  page: 0,
  open: undefined as Run | undefined,
};

type Part = "text" | "remedy" | "outcomes" | "cause" | "day";

/** Each run as the text that the search looks into. */
const texts = new Map(
  data.runs.map((run) => [
    run,
    [run.device, run.user, run.os, run.remedy, run.said, ...run.findings.flatMap(({ item, reason, cause }) => [item, reason, cause])]
      .join("\n")
      .toLowerCase(),
  ]),
);

/** The runs that are chosen; `but` is the part of the choice that does not count, so that a chart shows what else could be chosen. */
function choose(but?: Part): Run[] {
  const words = chosen.text.toLowerCase().split(/\s+/).filter(Boolean);
  return data.runs.filter(
    (run) =>
      (but === "remedy" || chosen.remedy === "" || run.remedy === chosen.remedy) &&
      (but === "outcomes" || chosen.outcomes.size === 0 || chosen.outcomes.has(run.outcome)) &&
      (but === "cause" || chosen.cause === undefined || run.causes.includes(chosen.cause)) &&
      (but === "day" || chosen.day === undefined || run.time.startsWith(chosen.day)) &&
      words.every((word) => texts.get(run)?.includes(word)),
  );
}

const areas = {
  outcomes: html("div", { class: "outcomes", role: "group", "aria-label": "Outcomes" }),
  causes: html("div"),
  days: html("div"),
  history: html("div"),
  summary: html("p", { role: "status", class: "summary" }),
  table: html("div", { class: "table" }),
};

const search = html("input", {
  type: "search",
  id: "search",
  placeholder: "device, person, reason",
  oninput: () => {
    chosen.text = search.value;
    change();
  },
});
const remedies = [...new Set(data.runs.map(({ remedy }) => remedy))].sort();
const select = html(
  "select",
  {
    id: "remedy",
    onchange: () => {
      chosen.remedy = select.value;
      change();
    },
  },
  html("option", { value: "" }, "all remedies"),
  ...remedies.map((remedy) => html("option", { value: remedy }, remedy)),
);
const clear = html(
  "button",
  {
    type: "button",
    onclick: () => {
      Object.assign(chosen, { text: "", remedy: "", cause: undefined, day: undefined, outcomes: new Set() });
      search.value = "";
      select.value = "";
      change();
    },
  },
  "Show all",
);

/** After another choice: what was open and which page is another matter. */
function change(): void {
  chosen.page = 0;
  chosen.open = undefined;
  draw();
}

function draw(): void {
  keepFocus(() => {
    drawOutcomes();
    drawCauses();
    drawTimes();
    drawTable();
  });
}

function drawOutcomes(): void {
  const runs = choose("outcomes");
  areas.outcomes.replaceChildren(
    ...data.outcomes
      .map((outcome) => [outcome, runs.filter((run) => run.outcome === outcome).length] as const)
      .filter(([outcome, count]) => count > 0 || chosen.outcomes.has(outcome))
      .map(([outcome, count]) =>
        html(
          "button",
          {
            type: "button",
            class: toClass(outcome),
            "aria-label": outcome,
            "aria-pressed": String(chosen.outcomes.has(outcome)),
            onclick: () => {
              if (!chosen.outcomes.delete(outcome)) chosen.outcomes.add(outcome);
              change();
            },
          },
          html("b", {}, String(count)),
          ` ${outcome}`,
        ),
      ),
  );
}

function drawCauses(): void {
  const counts = new Map<number, number>();
  for (const run of choose("cause")) for (const cause of run.causes) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const shown = sorted.slice(0, MOST_CAUSES);
  const rows = shown.map(([place, count]) => {
    const { remedy = "", item = "", cause = "" } = data.causes[place] ?? {};
    return {
      label: `${remedy}, ${item}`,
      detail: cause,
      count,
      isChosen: chosen.cause === place,
      choose: () => {
        chosen.cause = chosen.cause === place ? undefined : place;
        change();
      },
    };
  });
  areas.causes.replaceChildren(drawRows("Devices by cause", rows, sorted.length - shown.length));
}

function drawTimes(): void {
  const days = new Map<string, Map<Outcome, number>>();
  for (const { time, outcome } of choose("day")) {
    const day = time.slice(0, 10);
    if (day === "") continue;
    const counts = days.get(day) ?? new Map<Outcome, number>();
    days.set(day, counts.set(outcome, (counts.get(outcome) ?? 0) + 1));
  }
  const bars = [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, counts]): Day => ({
      date,
      slices: [...data.outcomes].reverse().flatMap((kind) => (counts.has(kind) ? [{ kind, count: counts.get(kind) ?? 0 }] : [])),
    }));
  areas.days.replaceChildren(
    drawDays("Devices by the day of their newest run", bars, chosen.day, (date) => {
      chosen.day = chosen.day === date ? undefined : date;
      change();
    }),
  );
  const history = new Map<string, { compliant: number; fixed: number; noncompliant: number }>();
  for (const each of data.history) {
    if (chosen.remedy !== "" && each.remedy !== chosen.remedy) continue;
    const day = history.get(each.date) ?? { compliant: 0, fixed: 0, noncompliant: 0 };
    history.set(each.date, day);
    for (const kind of ["compliant", "fixed", "noncompliant"] as const) day[kind] += each[kind];
  }
  const past = [...history]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, day]): Day => ({
      date,
      slices: (["compliant", "fixed", "noncompliant"] as const).map((kind) => ({ kind, count: day[kind] })),
    }));
  areas.history.replaceChildren(
    ...(past.length === 0 ? [] : [drawDays("Outcomes over time, as Intune counts them (by remedy only)", past, undefined)]),
  );
}

function drawTable(): void {
  const runs = choose();
  const key = (run: Run): string =>
    chosen.sort === "outcome" ? String(data.outcomes.indexOf(run.outcome)) : run[chosen.sort].toLowerCase();
  const sign = chosen.isDescending ? -1 : 1;
  const sorted = runs
    .map((run) => [key(run), run] as const)
    .sort(([a, { device: x }], [b, { device: y }]) => (a < b ? -sign : a > b ? sign : x < y ? -1 : x > y ? 1 : 0));
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE));
  const devices = new Set(runs.map(({ device }) => device)).size;
  areas.summary.textContent = `${runs.length} of ${data.runs.length} runs on ${devices} device${devices === 1 ? "" : "s"}`;
  const turn = (label: string, to: number): Node =>
    html(
      "button",
      {
        type: "button",
        "aria-label": label,
        disabled: to < 0 || to >= pages,
        onclick: () => {
          chosen.page = to;
          draw();
        },
      },
      label,
    );
  areas.table.replaceChildren(
    html(
      "table",
      {},
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          heading("Device", "device"),
          heading("Remedy", "remedy"),
          heading("Outcome", "outcome"),
          html("th", { scope: "col" }, "What is wrong"),
          heading("Newest run (UTC)", "time"),
        ),
      ),
      html("tbody", {}, ...sorted.slice(chosen.page * PAGE, (chosen.page + 1) * PAGE).flatMap(([, run]) => drawRun(run))),
    ),
    html(
      "nav",
      { "aria-label": "Pages" },
      turn("Previous", chosen.page - 1),
      ` page ${chosen.page + 1} of ${pages} `,
      turn("Next", chosen.page + 1),
    ),
  );
}

function heading(text: string, key: typeof chosen.sort): Node {
  const isSorted = chosen.sort === key;
  const act = (): void => {
    chosen.isDescending = isSorted && !chosen.isDescending;
    chosen.sort = key;
    chosen.page = 0;
    draw();
  };
  const sort = isSorted ? (chosen.isDescending ? "descending" : "ascending") : "none";
  const mark = isSorted ? (chosen.isDescending ? " \u25be" : " \u25b4") : "";
  return html(
    "th",
    { scope: "col", "aria-sort": sort },
    html("button", { type: "button", "aria-label": `Sort by ${text}`, onclick: act }, `${text}${mark}`),
  );
}

/** A run, and below it all that is known when it is open. */
function drawRun(run: Run): Node[] {
  const isOpen = chosen.open === run;
  const [first] = run.findings;
  const more = run.findings.length > 1 ? ` and ${run.findings.length - 1} more` : "";
  const toggle = html(
    "button",
    {
      type: "button",
      class: "device",
      "aria-expanded": String(isOpen),
      "aria-label": `${run.device}, ${run.remedy}`,
      onclick: () => {
        chosen.open = isOpen ? undefined : run;
        draw();
      },
    },
    run.device,
  );
  const row = html(
    "tr",
    {},
    html("th", { scope: "row" }, toggle),
    html("td", {}, run.remedy),
    html("td", {}, html("span", { class: `tag ${toClass(run.outcome)}` }, run.outcome)),
    html("td", { class: "why" }, first ? `${first.item}: ${first.reason}${more}` : ""),
    html("td", { class: "time" }, run.time.slice(0, 16).replace("T", " ")),
  );
  if (!isOpen) return [row];
  const facts = [
    ["person", run.user],
    ["Windows", run.os],
    ["version of the remedy", run.version],
    ...run.findings.map(({ item, reason, cause }) => [item, cause === "" ? reason : `${reason} (cause: ${cause})`]),
  ].filter(([, value]) => value !== "");
  const list = html("dl", {}, ...facts.flatMap(([name = "", value = ""]) => [html("dt", {}, name), html("dd", {}, value)]));
  return [row, html("tr", { class: "details" }, html("td", { colspan: 5 }, list, html("pre", {}, run.said)))];
}

document
  .getElementById("page")
  ?.append(
    html(
      "header",
      {},
      html("h1", {}, "Remedies on devices"),
      html("p", {}, `As of ${data.made.slice(0, 16).replace("T", " ")} UTC. Press an outcome, a cause or a day to see its devices.`),
    ),
    html(
      "div",
      { class: "filters" },
      html("label", { for: "search" }, "Search"),
      search,
      html("label", { for: "remedy" }, "Remedy"),
      select,
      clear,
    ),
    areas.outcomes,
    html("div", { class: "charts" }, areas.causes, html("div", {}, areas.days, areas.history)),
    html("h2", {}, "Devices"),
    areas.summary,
    areas.table,
  );
draw();
