import { expect, test } from "vitest";
import { kindModels } from "../../src/generated/kind-models.ts";
import { readPlace, writePlace } from "../../src/proof/page/place.ts";
import { provePlan } from "../../src/proof/prove.ts";
import type { Proof } from "../../src/proof/prove.ts";
import { createPageData } from "../../src/proof/report/page-data.ts";
import type { PageProof } from "../../src/proof/report/page-data.ts";
import { renderProofHtml } from "../../src/proof/report/render-html.ts";
import { tellProof } from "../../src/proof/report/told.ts";
import { catalog } from "../checker/support.ts";
import { planText } from "../plan/support.ts";

const ORDER = `when service("B").state == running { ensure service("A") { state: stopped } } else { ensure service("A") { state: running } }
  ensure service("B") { state: running }`;
const HOSTILE = "</script><img src=https://example.com/x onerror=alert(1)>";

async function prove(body: string, draws = true): Promise<Proof> {
  const text = `remedy sample {\n  title: "Sample"\n  version: 1.0.0\n  accept bounded because "we wait"\n  step one "One" {\n${body}\n  }\n}\n`;
  return provePlan(await planText(text), catalog, kindModels, { budget: 50_000, mayBeDisturbed: true, draws });
}

/** The proof that most of the tests look at. */
const order = await prove(ORDER);

const told = (proof: Proof) => [{ proof, told: tellProof(proof, 1) }];
const OPTIONS = { budget: 50_000, calm: false };

const page = (proof: Proof): PageProof => createPageData(told(proof), OPTIONS).proofs[0] as PageProof;

test("it needs nothing from outside, nothing of the remedy is markup, and it is the same each time", async () => {
  const body = `check "${HOSTILE}" { registry_value('HKLM\\SOFTWARE\\A', "${HOSTILE}").data == 1 } fix { ensure registry_value('HKLM\\SOFTWARE\\A', "${HOSTILE}") { data: 1 } }`;
  const proofs = told(await prove(body));
  const text = renderProofHtml(proofs, OPTIONS);
  expect(text).not.toContain("<img");
  expect(text.match(/<\/script>/g)).toHaveLength(2);
  expect(text.replace(/id="data">.*/, "")).not.toMatch(/(?:src|href)=|@import|url\(|https?:\/\/(?!www\.w3\.org)/);
  expect(text).toContain("default-src 'none'; script-src 'sha256-");
  expect(JSON.stringify(createPageData(proofs, OPTIONS))).toContain(HOSTILE);
  expect(renderProofHtml(told(await prove(body)), OPTIONS)).toBe(text);
});

test("every statement is a row at its line, and every property has its verdict", async () => {
  const { parts, properties } = page(await prove(`${ORDER}\n  ensure registry_value('HKLM\\SOFTWARE\\A', "C") { data: 1 }`));
  const rows = parts.flatMap((part) => part.rows.map(({ label, place }) => `${place?.line ?? ""} ${label}`));
  expect(rows).toEqual([
    "5 step one",
    '6 when service("B").state == running',
    "6 service A: state stopped",
    "6 service A: state running",
    "7 service B: state running",
    "5 step one",
    "8 registry value HKLM\\SOFTWARE\\A C: data 1",
  ]);
  const verdicts = Object.fromEntries(properties.map(({ name, verdict, stories }) => [name, `${verdict} ${stories.length}`]));
  expect(verdicts).toMatchObject({ idempotent: "refuted 1", converges: "proved 0", killed_anywhere: "proved 0" });
});

test("the drawing leads from the beginning to the ends, and a story goes along its lines", () => {
  const { parts, stories } = page(order);
  const [part] = parts;
  for (const { places, edges } of part?.flow ?? []) {
    const without = (side: "from" | "to") => places.filter(({ name }) => !edges.some((edge) => edge[side] === name)).map(({ row }) => row);
    expect([new Set(without("to")), new Set(without("from"))]).toEqual([new Set(["begin"]), new Set(["end"])]);
  }
  const [story] = stories;
  expect([story?.property, story?.part, story?.moves.length]).toEqual(["idempotent", 0, 2]);
  for (const [i, move] of (story?.moves ?? []).entries()) {
    if (move.kind !== "run") continue;
    const way = ["begin", ...move.items.map(({ id, outcome }) => `${id} ${outcome}`), `end ${move.outcome}`];
    const edges = part?.flow[i]?.edges.map(({ from, to }) => `${from} > ${to}`);
    expect(edges).toEqual(expect.arrayContaining(way.slice(1).map((to, at) => `${way[at] ?? ""} > ${to}`)));
  }
  // Ways that came to the same by another outcome are not lost: from both the next item is come to.
  const before = part?.flow[0]?.edges.filter(({ to }) => to === "one.3 ok").map(({ from }) => from);
  expect(before).toEqual(expect.arrayContaining(["one.1 ok", "one.1 fixed", "one.1 failed"]));
});

test("what is kept to be drawn changes nothing of the proof, and late runs are drawn as one", async () => {
  const [drawn, plain] = [order, await prove(ORDER, false)];
  const size = ({ clusters }: Proof) => clusters.map(({ states, runs, ways, stands }) => [states, runs, ways, stands]);
  expect(size(drawn)).toEqual(size(plain));
  expect(drawn.counterexamples.map(({ moves }) => moves)).toEqual(plain.counterexamples.map(({ moves }) => moves));
  expect(plain.clusters[0]?.flow).toBeUndefined();
  const flow = drawn.clusters[0]?.flow;
  expect(flow?.tell(8).map(({ number }) => number)).toEqual(Array.from({ length: flow?.deepest ?? 0 }, (_, i) => i + 1));
  const [all] = flow?.tell(1) ?? [];
  const ends = (flow?.tell(8) ?? []).flatMap((run) => run.ends).reduce((sum, { runs }) => sum + runs, 0);
  expect(all?.ends.reduce((sum, { runs }) => sum + runs, 0)).toBe(ends);
});

test("the address says what is shown; what it names wrongly counts as not there", () => {
  const one = page(order);
  const proofs = [one, { ...one, remedy: "another" }, { ...one, remedy: "another", file: "b & c.remedy" }];
  for (const proof of [0, 1, 2])
    for (const story of [undefined, 0]) {
      const place = { proof, story, step: story === undefined ? 0 : 3, part: 0, at: "1/one.3 fixed" };
      expect(readPlace(writePlace(place, proofs), proofs)).toEqual(place);
    }
  expect(writePlace({ proof: 0, story: 0, step: 2, part: 0, at: "" }, proofs)).toBe("#remedy=sample&story=1&step=2");
  const nothing = { proof: 0, story: undefined, step: 0, part: 0, at: "" };
  for (const hash of ["", "#", "#remedy=nobody", "#story=9", "#remedy=sample&story=-1&step=1e9&part=7", "#%"])
    expect(readPlace(hash, proofs)).toEqual(nothing);
});
