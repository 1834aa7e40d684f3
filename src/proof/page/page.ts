import { html, keepFocus, toClass } from "../../pages/browser/dom.ts";
import type { PagePart, PageProof, PageStory, ProofPageData } from "../report/page-data.ts";
import { describePlace, drawPart, nameOf, tabulate } from "./drawing.ts";
import { readPlace, writePlace } from "./place.ts";
import type { Place } from "./place.ts";
import { drawMachine, drawSource, drawSteps, listSteps, nameStep } from "./story.ts";
import type { Step } from "./story.ts";

const data = JSON.parse(document.getElementById("data")?.textContent ?? "{}") as ProofPageData;
const { proofs } = data;

const areas = { proofs: html("nav", { "aria-label": "Remedies" }), proof: html("section", { "aria-label": "Proof" }) };

const here = (): Place => readPlace(location.hash, proofs);
const addressOf = (change: Partial<Place>): string => writePlace({ ...here(), ...change }, proofs);
/** Without another entry in the browser's history. */
const go = (change: Partial<Place>): void => {
  location.replace(addressOf(change));
};

function draw(): void {
  const place = here();
  const proof = proofs[place.proof];
  const left = areas.proof.querySelector(".wide")?.scrollLeft ?? 0;
  keepFocus(() => {
    areas.proofs.replaceChildren(...(proofs.length > 1 ? [drawProofs(place.proof)] : []));
    areas.proof.replaceChildren(...(proof ? drawProof(proof, place) : [html("p", {}, "Nothing was proved.")]));
  });
  for (const wide of areas.proof.querySelectorAll(".wide")) wide.scrollLeft = left;
  const source = areas.proof.querySelector<HTMLElement>(".source");
  const line = source?.querySelector<HTMLElement>(".current");
  if (source && line) source.scrollTop = line.offsetTop - source.clientHeight / 3;
}

function drawProofs(chosen: number): Node {
  const rows = proofs.map((proof, i) =>
    html(
      "tr",
      {},
      html(
        "th",
        { scope: "row" },
        html(
          "a",
          {
            href: writePlace({ proof: i, story: undefined, step: 0, part: 0, at: "" }, proofs),
            "aria-current": i === chosen ? "true" : undefined,
          },
          proof.remedy,
        ),
      ),
      html("td", {}, proof.target),
      html("td", {}, tag(proof.verdict)),
      html("td", {}, String(proof.stories.length)),
    ),
  );
  const head = ["Remedy", "Channel", "Verdict", "Counterexamples"].map((text) => html("th", { scope: "col" }, text));
  return html("div", { class: "table" }, html("table", {}, html("thead", {}, html("tr", {}, ...head)), html("tbody", {}, ...rows)));
}

const tag = (word: string): Node => html("span", { class: `tag ${toClass(word)}` }, word === "unfinished" ? "not finished" : word);

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function drawProof(proof: PageProof, place: Place): Node[] {
  const story = place.story === undefined ? undefined : proof.stories[place.story];
  const size = `${count(proof.states, "state")} stand for ${proof.startStates} start state${proof.startStates === "1" ? "" : "s"}; ${count(proof.ways, "way")} through single statements were looked at, of at most ${data.budget}.`;
  return [
    html("h2", {}, `${proof.remedy} `, tag(proof.verdict)),
    html("p", { class: "note" }, `${proof.file}, ${proof.target}. ${size}`),
    drawProperties(proof, place),
    ...proof.unfinished.map(({ about, widest }) =>
      html(
        "p",
        {},
        tag("not finished"),
        ` not looked at to the end: ${about}`,
        ...(widest.length === 0 ? [] : [html("span", { class: "note" }, `; multiplied by ${listWidest(widest)}`)]),
      ),
    ),
    ...(story ? [drawStory(story, place)] : []),
    drawParts(proof, story, place),
  ];
}

const listWidest = (widest: PagePart["widest"]): string => widest.map(({ label, classes }) => `${label} (${classes} classes)`).join(", ");

function drawProperties({ properties }: PageProof, place: Place): Node {
  const rows = properties.map(({ code, name, meaning, verdict, reason, stories }) =>
    html(
      "tr",
      {},
      html(
        "th",
        { scope: "row" },
        name,
        html("div", { class: "note" }, `${code}: ${meaning}${reason === "" ? "" : `. Accepted: ${reason}`}`),
      ),
      html("td", {}, tag(verdict)),
      html(
        "td",
        {},
        ...stories.flatMap((story, i) => [
          ...(i === 0 ? [] : [" "]),
          html(
            "a",
            {
              href: addressOf({ story, step: 0, at: "", part: proofs[place.proof]?.stories[story]?.part ?? 0 }),
              "aria-current": story === place.story ? "true" : undefined,
              "aria-label": `Counterexample ${story + 1}: ${proofs[place.proof]?.stories[story]?.summary ?? ""}`,
            },
            `counterexample ${story + 1}`,
          ),
        ]),
      ),
    ),
  );
  const head = ["Property", "Verdict", "Shown by"].map((text) => html("th", { scope: "col" }, text));
  return html("div", { class: "table" }, html("table", {}, html("thead", {}, html("tr", {}, ...head)), html("tbody", {}, ...rows)));
}

function drawStory(story: PageStory, place: Place): Node {
  const steps = listSteps(story);
  const last = steps.length - 1;
  const current = Math.min(place.step, last);
  const move = (to: number): void => {
    if (to >= 0 && to <= last && to !== current) go({ step: to });
  };
  const turn = (label: string, text: string, to: number): Node =>
    html("button", { type: "button", "aria-label": label, disabled: to < 0 || to > last || to === current, onclick: () => move(to) }, text);
  const shown = steps[current] as Step;
  const at = shown.kind === "item" ? shown.item?.place : undefined;
  const file = at?.file ?? proofs[place.proof]?.file ?? "";
  const onkeydown = (event: Event): void => {
    const { key } = event as KeyboardEvent;
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: last }[key];
    if (to === undefined || (event.target as Element).closest(".source, .wide")) return;
    event.preventDefault();
    move(to);
  };
  return html(
    "section",
    { "aria-label": "Counterexample", class: "story", onkeydown },
    html("h3", {}, `${story.code} ${story.promise ?? story.property}: ${story.summary}`),
    html(
      "div",
      { class: "turn" },
      turn("First step", "First", 0),
      turn("Previous step", "\u25c0 Previous", current - 1),
      turn("Next step", "Next \u25b6", current + 1),
      turn("Last step", "Last", last),
      html("span", { role: "status" }, `Step ${current} of ${last}: ${nameStep(shown)}`),
    ),
    html(
      "div",
      { class: "columns" },
      html(
        "div",
        {},
        html("h4", {}, "What happens"),
        drawSteps(steps, current, (step) => addressOf({ step })),
      ),
      html(
        "div",
        {},
        html("h4", {}, "The machine"),
        drawMachine(story.start, steps, current),
        html("h4", {}, at ? `${file}, line ${at.line}` : file),
        drawSource(file, data.sources[file] ?? [], at?.line),
      ),
    ),
  );
}

/** The places of the drawing that a story comes by, and the one of its present step. */
function findWay(story: PageStory, step: number): { readonly way: readonly string[]; readonly current: string } {
  const steps = listSteps(story);
  const way: string[] = [];
  let current = "";
  for (const [i, one] of steps.entries()) {
    if (one.kind !== "item") continue;
    if (one.isFirst) way.push(nameOf(one.run, "begin"));
    const name = one.item ? nameOf(one.run, `${one.item.id} ${one.item.outcome}`) : "";
    if (name !== "" && one.item?.outcome !== "") way.push(name);
    if (i === Math.min(step, steps.length - 1)) current = name;
    const next = steps[i + 1];
    if (next?.kind !== "item" || next.isFirst) way.push(nameOf(one.run, `end ${one.outcome}`));
  }
  return { way, current };
}

function drawParts({ parts }: PageProof, story: PageStory | undefined, place: Place): Node {
  const part = parts[place.part];
  if (!part) return html("p", { class: "note" }, "It has no statement that changes anything.");
  const select = html(
    "select",
    { id: "part", "aria-label": "Statements", onchange: () => go({ part: Number(select.value), at: "" }) },
    ...parts.map(({ rows }, i) => {
      const items = rows.filter(({ id, depth }) => id !== "" && depth > 0);
      const more = items.length > 1 ? ` and ${items.length - 1} more` : "";
      return html("option", { value: i, selected: i === place.part }, `${i + 1}: ${items[0]?.label ?? ""}${more}`);
    }),
  );
  const isOfStory = story?.part === place.part;
  const marks = {
    ...(story && isOfStory ? findWay(story, place.step) : { way: [], current: "" }),
    chosen: place.at,
    choose: (name: string) => go({ at: name === place.at ? "" : name }),
  };
  const stands = `${count(part.states, "state")} between runs for ${part.startStates} start states, ${count(part.runs, "run")}, ${count(part.ways, "way")}`;
  return html(
    "section",
    { "aria-label": "What was explored" },
    html("h3", {}, "What was explored"),
    html(
      "p",
      { class: "note" },
      "States are merged: a box is a run, a statement and how it came out; its number says how many ways came so, those as one that had come to the same before. Solid lines lead on within a run, dashed ones to the next run, dotted ones there by a restart of Windows.",
    ),
    ...(parts.length > 1 ? [html("label", { for: "part" }, "Statements that were looked at together "), select] : []),
    html(
      "p",
      {},
      stands,
      part.isComplete ? "." : ". It was not looked at to the end.",
      ...(part.widest.length === 0 ? [] : [` Multiplied by ${listWidest(part.widest)}.`]),
      ...(part.omitted === "" ? [] : [html("b", {}, ` Not drawn: ${part.omitted}.`)]),
    ),
    ...(story && !isOfStory ? [html("p", { class: "note" }, "The counterexample happens among other statements.")] : []),
    describePlace(part, place.at),
    drawPart(part, marks, innerWidth < 700),
    tabulate(part),
  );
}

const verdicts = (["refuted", "unfinished", "proved"] as const).flatMap((verdict) => {
  const number = proofs.filter((proof) => proof.verdict === verdict).length;
  return number === 0 ? [] : [`${number} ${verdict === "unfinished" ? "not finished" : verdict}`];
});

document
  .getElementById("page")
  ?.append(
    html(
      "header",
      {},
      html("h1", {}, "Proofs of remedies"),
      html("p", {}, `${count(proofs.length, "remedy").replace(/ys$/, "ies")}: ${verdicts.join(", ")}.`),
    ),
    areas.proofs,
    areas.proof,
    html(
      "footer",
      {},
      html("h2", {}, "Assumed"),
      html("ul", {}, ...data.assumed.map((text) => html("li", {}, `${text}.`))),
      html(
        "p",
        { class: "note" },
        "The address behind # says what is shown, so it can be sent on. Arrow keys go through a counterexample.",
      ),
    ),
  );
addEventListener("hashchange", draw);
matchMedia("(max-width: 700px)").addEventListener("change", draw);
draw();
