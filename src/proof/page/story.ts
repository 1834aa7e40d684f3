import { html, toClass } from "../../pages/browser/dom.ts";
import type { PageStory } from "../report/page-data.ts";
import type { ToldFact, ToldItem } from "../report/told.ts";

/** What a person goes through of a counterexample, one behind the other. */
export type Step =
  | { readonly kind: "start" }
  | { readonly kind: "restart" }
  | {
      readonly kind: "item";
      readonly run: number;
      readonly outcome: string;
      readonly item: ToldItem | undefined;
      readonly isFirst: boolean;
    };

/** The steps of a counterexample; a run in which nothing happened is one, too. */
export function listSteps({ moves }: PageStory): readonly Step[] {
  const steps: Step[] = [{ kind: "start" }];
  let run = 0;
  for (const move of moves) {
    if (move.kind === "restart") {
      steps.push({ kind: "restart" });
      continue;
    }
    run++;
    const items = move.items.length > 0 ? move.items : [undefined];
    for (const [i, item] of items.entries()) steps.push({ kind: "item", run, outcome: move.outcome, item, isFirst: i === 0 });
  }
  return steps;
}

/** A step as one line. */
export function nameStep(step: Step): string {
  if (step.kind === "start") return "At the start";
  if (step.kind === "restart") return "Windows restarts";
  const { item } = step;
  if (!item) return "Nothing is looked at";
  return item.text === "" ? item.details.join("; ") : item.text;
}

/** The list of steps, a link each. */
export function drawSteps(steps: readonly Step[], current: number, addressOf: (step: number) => string): Node {
  const lines = steps.flatMap((step, i) => {
    const isItem = step.kind === "item";
    const outcome = isItem ? (step.item?.outcome ?? "") : "";
    const link = html(
      "a",
      {
        href: addressOf(i),
        class: "step",
        "aria-label": `Step ${i} of ${steps.length - 1}: ${outcome === "" ? "" : `${outcome}, `}${nameStep(step)}`,
        "aria-current": i === current ? "step" : undefined,
      },
      ...(outcome === "" ? [] : [html("span", { class: `tag ${toClass(outcome)}` }, outcome), " "]),
      nameStep(step),
      ...(isItem && step.item && step.item.why !== "" ? [html("span", { class: "note" }, ` ${step.item.why}`)] : []),
    );
    const details = isItem && step.item?.text !== "" ? (step.item?.details ?? []) : [];
    const line = html("li", {}, link, ...details.map((detail) => html("div", { class: "detail" }, detail)));
    const isRun = isItem && step.isFirst;
    return isRun
      ? [html("li", { class: "run" }, `Run ${step.run}: `, html("span", { class: `tag ${toClass(step.outcome)}` }, step.outcome)), line]
      : [line];
  });
  return html("ol", { class: "steps" }, ...lines);
}

interface Known {
  fact: string;
  isNew: boolean;
}

/** What the machine is like after a step, as far as the story tells. */
export function drawMachine(start: readonly ToldFact[], steps: readonly Step[], current: number): Node {
  const things = new Map<string, Map<string, Known>>();
  const tell = ({ thing, property, fact }: ToldFact, isNew: boolean): void => {
    const facts = things.get(thing) ?? new Map<string, Known>();
    things.set(thing, facts);
    // What is not there has no other facts.
    if (property === "exists" && fact === "missing") facts.clear();
    facts.set(property, { fact, isNew });
  };
  for (const fact of start) tell(fact, false);
  for (const [i, step] of steps.slice(0, current + 1).entries())
    if (step.kind === "item") for (const fact of step.item?.changes ?? []) tell(fact, i === current);
  const rows = [...things].map(([thing, facts]) =>
    html(
      "tr",
      {},
      html("th", { scope: "row" }, thing),
      html(
        "td",
        {},
        ...[...facts.values()].flatMap(({ fact, isNew }, i) => [
          ...(i === 0 ? [] : [", "]),
          isNew ? html("mark", {}, html("span", { class: "hidden" }, "now "), fact) : fact,
        ]),
      ),
    ),
  );
  if (rows.length === 0) return html("p", { class: "note" }, "Whatever the machine is like.");
  return html("div", { class: "table" }, html("table", { class: "machine" }, html("tbody", {}, ...rows)));
}

/** Lines around the one that is told of; of a long file not all. */
const MOST_LINES = 2000;

/** The source, with the line that is told of. */
export function drawSource(file: string, lines: readonly string[], line: number | undefined): HTMLElement {
  const first = lines.length > MOST_LINES ? Math.max(0, (line ?? 1) - MOST_LINES / 2) : 0;
  const shown = lines.slice(first, first + MOST_LINES).map((text, i) => {
    const number = first + i + 1;
    const isCurrent = number === line;
    return html(
      "li",
      { value: number, class: isCurrent ? "current" : undefined, "aria-current": isCurrent ? "true" : undefined },
      html("code", {}, text),
    );
  });
  const box = html("div", { class: "source", tabindex: 0, role: "region", "aria-label": `Source of ${file}` }, html("ol", {}, ...shown));
  return box;
}
