import { figure, html, pressable, svg, toClass } from "../../pages/browser/dom.ts";

/** A part of a bar. */
export interface Slice {
  readonly kind: string;
  readonly count: number;
}

/** A bar of a chart over days. */
export interface Day {
  readonly date: string;
  readonly slices: readonly Slice[];
}

const WIDTH = 720;
const HEIGHT = 200;
const LEFT = 44;
const BOTTOM = 22;
const MOST_DAYS = 45;
const WIDEST = 60;

/** Stacked bars, a day each. With `choose` a bar can be pressed. */
export function drawDays(title: string, days: readonly Day[], chosen: string | undefined, choose?: (date: string) => void): Node {
  if (days.length === 0) return figure(title, html("p", {}, "None."));
  const shown = days.slice(-MOST_DAYS);
  const sum = ({ slices }: Day): number => slices.reduce((all, { count }) => all + count, 0);
  const top = niceTop(Math.max(1, ...shown.map(sum)));
  const step = Math.min(WIDEST, (WIDTH - LEFT) / Math.max(1, shown.length));
  const scale = (HEIGHT - BOTTOM - 8) / top;
  const every = Math.ceil(shown.length / 8);
  const lines = (top % 2 === 0 ? [0, 0.5, 1] : [0, 1]).map((part) => {
    const y = HEIGHT - BOTTOM - part * top * scale;
    return svg(
      "g",
      { class: "axis", "aria-hidden": "true" },
      svg("line", { x1: LEFT, x2: WIDTH, y1: y, y2: y }),
      svg("text", { x: LEFT - 6, y: y + 4, "text-anchor": "end" }, String(part * top)),
    );
  });
  const bars = shown.map((day, i) => {
    let y = HEIGHT - BOTTOM;
    const x = LEFT + i * step;
    const label = `${day.date}: ${day.slices.map(({ kind, count }) => `${count} ${kind}`).join(", ")}`;
    const parts = day.slices.map(({ kind, count }) => {
      y -= count * scale;
      return svg("rect", { class: toClass(kind), x: x + step * 0.1, y, width: step * 0.8, height: count * scale });
    });
    const date =
      i % every === 0 ? [svg("text", { class: "date", x: x + step / 2, y: HEIGHT - 6, "text-anchor": "middle" }, day.date.slice(5))] : [];
    const area = svg("rect", { class: "area", x, y: 0, width: step, height: HEIGHT - BOTTOM });
    const attributes = choose
      ? { ...pressable(label, chosen === day.date, () => choose(day.date)), class: chosen === day.date ? "bar chosen" : "bar" }
      : { role: "img", "aria-label": label };
    return svg("g", attributes, svg("title", {}, label), area, ...parts, ...date);
  });
  return figure(title, svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": title }, ...lines, ...bars));
}

/** One line of a chart of causes. */
export interface Row {
  readonly label: string;
  readonly detail: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

const ROW = 40;

/** Bars that lie, one a cause, with its text above. */
export function drawRows(title: string, rows: readonly Row[], more: number): Node {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const bars = rows.map(({ label, detail, count, isChosen, choose }, i) => {
    const name = `${count} device${count === 1 ? "" : "s"}: ${label}: ${detail}`;
    const text = `${label}: ${detail}`;
    return svg(
      "g",
      { ...pressable(name, isChosen, choose), class: isChosen ? "bar chosen" : "bar" },
      svg("title", {}, name),
      svg("rect", { class: "area", x: 0, y: i * ROW, width: WIDTH, height: ROW - 4 }),
      svg("text", { x: 6, y: i * ROW + 14 }, text.length > 100 ? `${text.slice(0, 99)}\u2026` : text),
      svg("rect", { class: "cause", x: 6, y: i * ROW + 19, width: Math.max(2, (count / most) * (WIDTH - 80)), height: 12 }),
      svg("text", { class: "count", x: Math.max(2, (count / most) * (WIDTH - 80)) + 12, y: i * ROW + 30 }, String(count)),
    );
  });
  const note = more > 0 ? [html("p", { class: "note" }, `and ${more} more; a filter brings them up`)] : [];
  if (rows.length === 0) return figure(title, html("p", { class: "note" }, "None."));
  return figure(title, svg("svg", { viewBox: `0 0 ${WIDTH} ${rows.length * ROW}`, role: "group", "aria-label": title }, ...bars), ...note);
}

/** The next number with one digit that is 1, 2, 4, 6 or 10. */
function niceTop(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 6, 10].find((factor) => factor * unit >= value) ?? 10) * unit;
}
