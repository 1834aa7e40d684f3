import type { PageProof } from "../report/page-data.ts";

/** Where on the page a person is: all of it stands in the address behind `#`, so that it can be sent to others. */
export interface Place {
  readonly proof: number;
  /** A counterexample. */
  readonly story: number | undefined;
  /** 0: the start. */
  readonly step: number;
  readonly part: number;
  /** What is chosen of the drawing: run and place. */
  readonly at: string;
}

/** Reads an address; what it names wrongly is as if it was not there. Counting begins at 1 there. */
export function readPlace(hash: string, proofs: readonly PageProof[]): Place {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const numberOf = (name: string): number | undefined => {
    const text = given.get(name) ?? "";
    return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  };
  const isGiven = (name: string, value: string): boolean => given.get(name) === null || given.get(name) === value;
  const named = proofs.findIndex(
    ({ remedy, file, target }) => given.get("remedy") === remedy && isGiven("file", file) && isGiven("target", target),
  );
  const proof = Math.max(0, named);
  const { stories = [], parts = [] } = proofs[proof] ?? {};
  const story = (numberOf("story") ?? 0) - 1;
  const ofStory = stories[story]?.part ?? 0;
  const part = (numberOf("part") ?? 0) - 1;
  return {
    proof,
    story: stories[story] ? story : undefined,
    step: numberOf("step") ?? 0,
    part: parts[part] ? part : ofStory,
    at: given.get("at") ?? "",
  };
}

/** Writes an address. */
export function writePlace(place: Place, proofs: readonly PageProof[]): string {
  const { remedy = "", file = "", target = "", stories = [] } = proofs[place.proof] ?? {};
  const isOnly = proofs.filter((one) => one.remedy === remedy).length < 2;
  const ofStory = place.story === undefined ? 0 : (stories[place.story]?.part ?? 0);
  const parts = new URLSearchParams({
    remedy,
    ...(isOnly ? {} : { file, target }),
    ...(place.story === undefined ? {} : { story: String(place.story + 1) }),
    ...(place.story === undefined || place.step === 0 ? {} : { step: String(place.step) }),
    ...(place.part === ofStory ? {} : { part: String(place.part + 1) }),
    ...(place.at === "" ? {} : { at: place.at }),
  });
  return `#${parts.toString()}`;
}
