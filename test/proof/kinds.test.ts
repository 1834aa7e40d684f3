import { describe, expect, test } from "vitest";
import { kindModels } from "../../src/generated/kind-models.ts";
import type { KindModel } from "../../src/proof/kind-model.ts";
import type { ResourceKind } from "../../src/resources/catalog/model.ts";
import { catalog } from "../checker/support.ts";

const FACTS = "facts that no remedy changes, and that need not fit one another";

/** Built-in kinds without a `model.ts`, and why what counts for them by default is right. */
const BY_DEFAULT: Readonly<Record<string, string>> = {
  disk: FACTS,
  dotnet: FACTS,
  hotfix: FACTS,
  network: "answers that only changes of interfaces, routes, rules and profiles concern, which say so",
  powershell: FACTS,
  installer_logs: "it only reads, and only after a failure",
};

/** Kinds whose fixes do no more than their interfaces say. */
const PLAIN: readonly string[] = ["certificate", "event_log", "known_folder", "profile"];

describe("built-in kinds", () => {
  test("each has a model, or what counts by default is right for it", () => {
    const told = [...Object.keys(kindModels), ...Object.keys(BY_DEFAULT), ...PLAIN];
    expect(Object.keys(catalog.kinds).filter((name) => !told.includes(name))).toEqual([]);
    expect(told.filter((name) => !catalog.kinds[name])).toEqual([]);
    expect(Object.keys(BY_DEFAULT).filter((name) => kindModels[name])).toEqual([]);
  });

  test("a kind without a model that can be changed is none of those that say why", () => {
    const changeable = Object.keys(BY_DEFAULT).filter((name) => {
      const { ensure, verbs } = catalog.kinds[name] as ResourceKind;
      return ensure !== "none" || verbs.some(({ use }) => use === "fix");
    });
    expect(changeable).toEqual([]);
  });

  test.each(Object.entries(kindModels))("%s says nothing of what it does not have", (name, model) => {
    expect(listUnknown(catalog.kinds[name] as ResourceKind, model)).toEqual([]);
  });
});

/** Names in a model that its kind does not have. */
function listUnknown(kind: ResourceKind, model: KindModel): readonly string[] {
  const has = (list: readonly { readonly name: string }[]) => (name: string) => list.some((one) => one.name === name);
  const isProperty = has(kind.properties);
  const { distinguishes = {}, fresh = {}, compares = {}, missing = {}, makesFrom = [], verbs = {}, ties = [] } = model;
  return [
    ...[
      ...Object.keys(distinguishes),
      ...Object.keys(fresh),
      ...Object.keys(missing),
      ...Object.entries(compares).flat(),
      ...makesFrom,
    ].filter((one) => !isProperty(one)),
    ...Object.keys(verbs).filter((one) => !has(kind.verbs)(one)),
    ...ties.flatMap(({ kind: other }) => (other === undefined || catalog.kinds[other] ? [] : [other])),
    ...Object.entries({ ...distinguishes, ...fresh }).flatMap(([property, values]) =>
      (typeof values === "function" ? [] : values).flatMap((value) =>
        value.kind === "enum" && !isWord(kind, property, value.member) ? [`${property} ${value.member}`] : [],
      ),
    ),
  ];
}

function isWord({ properties }: ResourceKind, property: string, word: string): boolean {
  const type = properties.find(({ name }) => name === property)?.type;
  return type?.kind !== "enum" || type.members.some(({ name }) => name === word);
}
