import type { Value } from "../../checker/value.ts";
import type { KindModel } from "../../proof/kind-model.ts";
import { partOfFile } from "../../proof/places.ts";

const isJson = (value: Value): boolean => {
  try {
    return value.kind !== "string" || JSON.parse(value.value) !== undefined;
  } catch {
    return false;
  }
};

/** What one value is, told in two ways. */
const OTHER: Readonly<Record<string, string>> = { data: "json", json: "data" };

/** A value lies in its file, which is made where `create_file` asks for it. */
export const model: KindModel = {
  within: [partOfFile("create_file")],
  makesFrom: ["data", "json"],
  distinguishes: { json: [{ kind: "string", value: '"another"' }] },
  fits: (_thing, property, value) => property !== "json" || isJson(value),
  changed: (thing, property) => {
    const other = OTHER[property];
    if (other !== undefined && thing.known(other)) thing.become(other, undefined);
  },
};
