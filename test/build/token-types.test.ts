import type { TokenType } from "chevrotain";
import { describe, expect, test } from "vitest";
import { vocabulary } from "../../grammar/lexer.ts";
import * as light from "../../src/build/bundled/token-types.ts";

/** The file that the bundle replaces; the package names only its entry, and has no types for it. */
const chevrotain = (await import(new URL("../../node_modules/chevrotain/lib/src/scan/tokens.js", import.meta.url).href)) as object;

/** What both modules export and the rest of Chevrotain calls. */
type TokenModule = Pick<typeof light, "augmentTokenTypes" | "hasShortKeyProperty" | "isTokenType" | "tokenStructuredMatcher">;

const MODULES: readonly (readonly [string, TokenModule])[] = [
  ["Chevrotain's", chevrotain as TokenModule],
  ["the bundle's", light],
];

/** Types as `createToken` begins them; the categories by name. */
function makeTypes(rows: readonly (readonly [name: string, categories: readonly string[] | string | undefined])[]): TokenType[] {
  const types = new Map<string, TokenType>(rows.map(([name]) => [name, { name }]));
  const find = (name: string) => types.get(name) as TokenType;
  for (const [name, categories] of rows) {
    // A single category stands without a list, as Chevrotain allows; its types do not know that.
    if (typeof categories === "string") Object.assign(find(name), { CATEGORIES: find(categories) });
    else if (categories) find(name).CATEGORIES = categories.map(find);
  }
  return [...types.values()];
}

/** All that is noted of types, with numbers that count from the first of them. */
function describeTypes(types: readonly TokenType[]) {
  const first = Math.min(...types.map((type) => type.tokenTypeIdx ?? Number.NaN)) - 1;
  return types.map((type) => ({
    name: type.name,
    number: (type.tokenTypeIdx ?? Number.NaN) - first,
    categories: type.CATEGORIES?.map(({ name }) => name),
    matches: type.categoryMatches?.map((number) => number - first),
    map: Object.entries(type.categoryMatchesMap ?? {}).map(([number, is]) => [Number(number) - first, is]),
    isParent: type.isParent,
  }));
}

/** Augments as Chevrotain does: each token when it is made, then all of them for lexer and parser. */
function augment(module: TokenModule, types: readonly TokenType[]) {
  for (const type of types) module.augmentTokenTypes([type]);
  module.augmentTokenTypes(types.slice(types.length / 2));
  module.augmentTokenTypes(types);
  const pairs = types.flatMap((one) =>
    types
      .filter((other) => module.tokenStructuredMatcher({ tokenTypeIdx: one.tokenTypeIdx as number }, other))
      .map((other) => [one.name, other.name]),
  );
  return { types: describeTypes(types), pairs };
}

const language = vocabulary.map((type) => [type.name, type.CATEGORIES?.map(({ name }) => name)] as const);

describe("token types in the bundle are as with Chevrotain's own module", () => {
  test.each([
    ["those of the language", language],
    ["those of the language, categories first", language.toReversed()],
    [
      "categories of categories, by more than one way",
      [
        ["D", ["B", "C"]],
        ["B", ["A"]],
        ["C", "A"],
        ["A", undefined],
        ["E", []],
      ] as const,
    ],
    [
      "categories in a circle",
      [
        ["A", ["B"]],
        ["B", ["C"]],
        ["C", ["A"]],
        ["D", ["A"]],
      ] as const,
    ],
  ])("%s", (_what, rows) => {
    const [expected, found] = MODULES.map(([, module]) => augment(module, makeTypes(rows)));
    expect(found).toEqual(expected);
    expect(expected?.pairs.length).toBeGreaterThan(rows.length);
  });

  test.each(MODULES)("%s knows what is a type", (_name, { augmentTokenTypes, hasShortKeyProperty, isTokenType }) => {
    const [type = { name: "" }] = makeTypes([["A", undefined]]);
    expect([hasShortKeyProperty(type), isTokenType(type)]).toEqual([false, false]);
    augmentTokenTypes([type]);
    expect([hasShortKeyProperty(type), isTokenType(type)]).toEqual([true, true]);
  });

  test("and there is nothing in that module that the bundle's does not have and the rest of Chevrotain uses", () => {
    // The others are called in the module only.
    const inside =
      /^(?:expandCategories|assign\w+|singleAssignCategoriesToksMap|has(?:Categories|ExtendingTokensTypes(?:Map)?)Property|tokenShortNameIdx)$/;
    expect(
      Object.keys(chevrotain)
        .filter((name) => !inside.test(name))
        .sort(),
    ).toEqual(Object.keys(light).sort());
  });
});
