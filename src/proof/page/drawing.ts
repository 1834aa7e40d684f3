import { figure, html, pressable, svg, toClass } from "../../pages/browser/dom.ts";
import type { PagePart, PageRow, PageRun } from "../report/page-data.ts";

/** What of the drawing is told of besides: what a story comes by, and what is chosen. */
export interface Marks {
  /** Names as of `nameOf`, in order. */
  readonly way: readonly string[];
  readonly current: string;
  readonly chosen: string;
  readonly choose: (name: string) => void;
}

/** The name of a place in the drawing: `1/spooler.2 fixed`. */
export function nameOf(run: number, place: string): string {
  return `${run}/${place}`;
}

const OUTCOMES = ["ok", "fixed", "restart", "waiting", "blocked", "failed", "killed"] as const;
/** In which column ends stand, and the beginning. */
const COLUMNS: Readonly<Record<string, string>> = { compliant: "ok", "": "ok" };

const COLUMN = 84;
const ROW = 32;
const BOX = { width: 58, height: 20 };
const LETTER = 6.6;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Draws how the runs of a part went: a block for each run, a row for each statement, a column for each outcome. */
export function drawPart(part: PagePart, marks: Marks, isNarrow: boolean): Node {
  const labels = isNarrow ? 180 : 360;
  const used = new Set(part.flow.flatMap(({ places }) => places.map(({ outcome }) => COLUMNS[outcome] ?? outcome)));
  const columns = OUTCOMES.filter((outcome) => used.has(outcome));
  const width = labels + columns.length * COLUMN + 10;
  const spots = new Map<string, Spot>();
  const texts: SVGElement[] = [];
  const boxes: SVGElement[] = [];
  let y = 0;
  const write = (text: string, x: number, className: string): void => {
    const most = Math.floor((labels - x) / LETTER);
    const shown = text.length > most ? `${text.slice(0, most - 1)}\u2026` : text;
    texts.push(svg("text", { x, y: y + 4, class: className }, svg("title", {}, text), shown));
  };
  for (const [i, run] of part.flow.entries()) {
    y += 26;
    write(nameRun(run), 4, "run");
    for (const [at, outcome] of columns.entries())
      texts.push(svg("text", { x: labels + (at + 0.5) * COLUMN, y: y + 4, class: "head", "text-anchor": "middle" }, outcome));
    const rows = [{ id: "begin", label: "begins", depth: 0 }, ...rowsOf(part.rows, run, i === 0), { id: "end", label: "ends", depth: 0 }];
    for (const row of rows) {
      y += ROW;
      const places = run.places.filter((place) => place.row === row.id && row.id !== "");
      write(row.label, 8 + row.depth * 14, places.length > 0 ? "label" : "label dim");
      for (const place of places) {
        const name = nameOf(run.number, place.name);
        const x = labels + (columns.indexOf((COLUMNS[place.outcome] ?? place.outcome) as never) + 0.5) * COLUMN;
        spots.set(name, { x, y });
        const ways = place.row === "begin" ? "" : `, ${countWays(place.count)}`;
        boxes.push(
          drawBox(
            name,
            `Run ${run.number}, ${row.label}: ${place.outcome === "" ? "begin" : place.outcome}${ways}`,
            place,
            { x, y },
            marks,
          ),
        );
      }
    }
    y += 20;
  }
  const lines = part.flow.flatMap((run, i) => drawEdges(run, part.flow[i + 1], spots, marks));
  const title = "Statements by how they come out, run by run";
  const drawing = svg(
    "svg",
    { width, height: y + 10, viewBox: `0 0 ${width} ${y + 10}`, role: "group", "aria-label": title },
    ...lines,
    ...texts,
    ...boxes,
  );
  return figure(title, html("div", { class: "wide" }, drawing));
}

export function nameRun({ number, isLast }: PageRun): string {
  return isLast ? `Run ${number} and all later ones` : `Run ${number}`;
}

function countWays(count: number): string {
  return `${count} way${count === 1 ? "" : "s"}`;
}

/** Of later runs only what they come by; of the first one also what no way came to. */
function rowsOf(rows: readonly PageRow[], { places }: PageRun, isFirst: boolean): readonly PageRow[] {
  return rows.filter((row) => isFirst || places.some((place) => place.row === row.id));
}

function drawBox(name: string, label: string, place: PageRun["places"][number], { x, y }: Spot, marks: Marks): SVGElement {
  const { width, height } = BOX;
  const marked = [
    "place",
    ...(marks.way.includes(name) ? ["told"] : []),
    ...(marks.current === name ? ["current"] : []),
    ...(marks.chosen === name ? ["chosen"] : []),
  ];
  const isSmall = place.row === "begin";
  return svg(
    "g",
    { ...pressable(label, marks.chosen === name, () => marks.choose(name)), class: marked.join(" ") },
    svg("title", {}, label),
    svg("rect", {
      class: isSmall ? "o-begin" : toClass(place.outcome),
      x: x - width / 2,
      y: y - height / 2,
      width,
      height,
      rx: place.row === "end" ? 10 : 4,
    }),
    svg("text", { x, y: y + 4, "text-anchor": "middle", class: "count" }, isSmall ? "\u25bc" : shorten(place.count)),
  );
}

/** 1234567 as 1.2M. */
function shorten(count: number): string {
  if (count < 10_000) return String(count);
  return count < 1_000_000 ? `${Math.round(count / 1000)}k` : `${(count / 1_000_000).toFixed(1)}M`;
}

/** What leads on within a run, and from its ends to the next one. */
function drawEdges(
  { number, edges, ends }: PageRun,
  next: PageRun | undefined,
  spots: ReadonlyMap<string, Spot>,
  { way }: Marks,
): SVGElement[] {
  const steps = new Set(way.slice(1).map((to, i) => `${way[i] ?? ""}>${to}`));
  const draw = (from: string, to: string, count: number, kind: string): SVGElement[] => {
    const [a, b] = [spots.get(from), spots.get(to)];
    if (!a || !b) return [];
    const isTold = steps.has(`${from}>${to}`);
    const [top, bottom] = [a.y + BOX.height / 2, b.y - BOX.height / 2];
    const bend = Math.max(8, (bottom - top) / 2);
    const d = `M${a.x} ${top}C${a.x} ${top + bend} ${b.x} ${bottom - bend} ${b.x} ${bottom}`;
    return [
      svg("path", { d, class: `edge ${kind}${isTold ? " told" : ""}`, "stroke-width": (1 + Math.log10(Math.max(1, count))).toFixed(1) }),
    ];
  };
  const own = edges.flatMap(({ from, to, count }) => draw(nameOf(number, from), nameOf(number, to), count, "within"));
  if (!next) return own;
  const begin = nameOf(next.number, "begin");
  const between = ends.flatMap(({ outcome, goesOn, restarts }) => [
    ...(goesOn > 0 ? draw(nameOf(number, `end ${outcome}`), begin, goesOn, "again") : []),
    ...(restarts > 0 ? draw(nameOf(number, `end ${outcome}`), begin, restarts, "restarts") : []),
  ]);
  return [...own, ...between];
}

/** What is known of a place of the drawing: where ways come from, and where they go. */
export function describePlace(part: PagePart, name: string): Node {
  const slash = name.indexOf("/");
  const run = part.flow.find(({ number }) => String(number) === name.slice(0, slash));
  const place = run?.places.find((one) => one.name === name.slice(slash + 1));
  if (!run || !place) return html("p", { class: "note" }, "Choose a box to see where its ways come from and where they go.");
  const labelOf = (other: string): string => {
    const found = run.places.find((one) => one.name === other);
    const row = part.rows.find(({ id }) => id === found?.row);
    return found && row ? `${row.label}: ${found.outcome}` : other === "begin" ? "the beginning" : `the end: ${other.replace(/^end /, "")}`;
  };
  const list = (title: string, edges: readonly { readonly other: string; readonly count: number }[]): Node[] =>
    edges.length === 0
      ? []
      : [html("dt", {}, title), ...edges.map(({ other, count }) => html("dd", {}, `${labelOf(other)} (${countWays(count)})`))];
  const end = run.ends.find(({ outcome }) => place.row === "end" && outcome === place.outcome);
  const follows = end
    ? [
        [end.rests, "leave all as it is: the next run would be the same"],
        [end.goesOn, "lead to a state from which another run begins"],
        [end.restarts, "lead there by a restart"],
        [end.known, "lead to a state that was there before"],
      ].filter(([count]) => count !== 0)
    : [];
  return html(
    "div",
    { role: "status" },
    html("h4", {}, `${nameRun(run)}, ${labelOf(place.name)}`),
    html(
      "dl",
      {},
      ...list(
        "comes from",
        run.edges.filter(({ to }) => to === place.name).map(({ from, count }) => ({ other: from, count })),
      ),
      ...list(
        "goes to",
        run.edges.filter(({ from }) => from === place.name).map(({ to, count }) => ({ other: to, count })),
      ),
      ...(follows.length > 0
        ? [
            html("dt", {}, `of ${String(end?.runs)} such runs`),
            ...follows.map(([count, text]) => html("dd", {}, `${String(count)} ${String(text)}`)),
          ]
        : []),
    ),
  );
}

/** The drawing for those who cannot see it. */
export function tabulate(part: PagePart): Node {
  const rows = part.flow.flatMap((run) =>
    [...part.rows, { id: "end", label: "the end", depth: 0 }].flatMap(({ id, label }) => {
      const places = run.places.filter((place) => place.row === id && id !== "");
      if (places.length === 0) return [];
      const outcomes = places.map(({ outcome, count }) => `${outcome} (${countWays(count)})`).join(", ");
      return [html("tr", {}, html("td", {}, nameRun(run)), html("td", {}, label), html("td", {}, outcomes))];
    }),
  );
  return html(
    "details",
    {},
    html("summary", {}, "The same as a table"),
    html(
      "div",
      { class: "table" },
      html(
        "table",
        {},
        html("thead", {}, html("tr", {}, ...["Run", "Statement", "Comes out"].map((text) => html("th", { scope: "col" }, text)))),
        html("tbody", {}, ...rows),
      ),
    ),
  );
}
