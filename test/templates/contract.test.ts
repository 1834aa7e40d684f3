import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listTemplates } from "../../src/build/read-templates.ts";
import { getNeededFunctions, hasExistence } from "../../src/resources/catalog/check-script.ts";
import { extractBuiltinCatalog } from "../../src/resources/catalog/generate.ts";
import { toPascalCase } from "../../src/resources/catalog/names.ts";
import { sortOf } from "../../src/resources/file/lowering.ts";
import { findScriptFunctions } from "../../src/resources/catalog/script-functions.ts";

const texts = new Map(
  listTemplates().flatMap(({ path, stem, role }) =>
    role.sort === "function" && role.layer === "kinds" ? [[stem, readFileSync(path, "utf8")] as const] : [],
  ),
);
const functions = new Map(
  [...texts.values()].flatMap((text) => findScriptFunctions(text)).map((each) => [each.name, each.parameters] as const),
);
const kinds = Object.values(extractBuiltinCatalog().value.kinds);

test("there are kinds to look at", () => expect(kinds.length).toBeGreaterThan(15));

/** What can be read of a kind, whether it is there included. */
const readable = (kind: (typeof kinds)[number]): string[] => [
  ...(hasExistence(kind) ? ["exists"] : []),
  ...kind.properties.filter((property) => property.role !== "means" && property.readable !== false).map((property) => property.name),
];
/** Built-in kinds may have a function for each property instead of one for all: `Read-OsBuild`. */
const hasOwnReading = (noun: string, property: string): boolean => functions.has(`Read-${noun}${toPascalCase(property)}`);

/** What an `ensure` of a built-in kind may ask, each of which may have a function of its own: `Test-ServiceAbsence`, `Test-ServiceState`. */
const partsOf = (kind: (typeof kinds)[number]): string[] => [
  ...(kind.ensure === "presence" ? ["Absence", "Presence"] : []),
  ...kind.properties
    .filter((property) => property.role === "state" && !isPathState(kind, property.name))
    .map((property) => toPascalCase(property.name)),
];
const isPathState = (kind: (typeof kinds)[number], name: string): boolean =>
  ["file", "directory", "registry_key"].includes(kind.name) && sortOf({ name }) !== undefined;

/** The functions that do what a needed one does, with what they must take: itself, or one for every part. */
function findNeeded(kind: (typeof kinds)[number], one: ReturnType<typeof getNeededFunctions>[number]): (typeof one)[] {
  // Keys of a package, and the element of a loop, are part of one condition over its uninstall entry.
  const isCondition = kind.name === "package" && one.parameters.includes("where");
  const needed = isCondition
    ? { ...one, parameters: one.parameters.filter((name) => ["where", "absent", "property"].includes(name)) }
    : // Bits and the secret of a registry value, and what a file, folder or key is beside what it holds, have functions of their own, which the lowering calls.
      { ...one, parameters: one.parameters.filter((name) => !name.endsWith("_bits") && name !== "secret" && !isPathState(kind, name)) };
  if (functions.has(needed.name) && !functions.has(`${needed.name}Absence`)) return [needed];
  if (needed.name === `Read-${kind.noun}`) {
    const parameters = needed.parameters.filter((name) => name !== "property");
    return readable(kind).map((property) => ({ name: `${needed.name}${toPascalCase(property)}`, parameters }));
  }
  const parts = partsOf(kind);
  const keys = needed.parameters.filter((name) => name !== "absent" && !parts.includes(toPascalCase(name)));
  const states = new Set(needed.parameters.map(toPascalCase));
  const own = parts.map((part) => ({ name: `${needed.name}${part}`, parameters: states.has(part) ? [...keys, part] : keys }));
  // With a general one for all states only what is to be absent has one of its own.
  return functions.has(needed.name)
    ? [{ ...needed, parameters: needed.parameters.filter((name) => name !== "absent") }, ...own.slice(0, 1)]
    : own;
}

test.each(kinds.map((kind) => [kind.name, kind] as const))(
  "%s has every function that its declaration asks for, with every parameter",
  (_, kind) => {
    const missing = getNeededFunctions(kind)
      .flatMap((needed) => findNeeded(kind, needed))
      .flatMap((needed) => {
        const parameters = functions.get(needed.name);
        if (parameters === undefined) return [needed.name];
        return needed.parameters
          .filter((name) => !parameters.includes(toPascalCase(name).toLowerCase()))
          .map((name) => `${needed.name} -${toPascalCase(name)}`);
      });
    expect(missing).toEqual([]);
  },
);

/** Every quoted word in the function that reads several properties; a selection's are the members of what it selects. */
function admitted(noun: string): readonly string[] {
  const text = [`Read-${noun}`, `ConvertTo-${noun}`, `Select-${noun}`, `Get-${noun}Wish`].map((name) => texts.get(name) ?? "").join("\n");
  return [...text.matchAll(/'([a-z_0-9]+)'|\b([A-Za-z_0-9]+) +=/g)].map((match) => match[1] ?? match[2] ?? "");
}

test.each(
  kinds
    .filter((kind) => getNeededFunctions(kind).some((needed) => needed.name === `Read-${kind.noun}`))
    .map((kind) => [kind.name, kind] as const),
)("every property of %s can be read", (_, { noun, ...kind }) => {
  const names = readable({ noun, ...kind }).filter((name) => !hasOwnReading(noun, name));
  if (names.length === 0) return;
  const words = admitted(noun);
  expect(names.filter((name) => !words.includes(name) && !words.includes(toPascalCase(name)))).toEqual([]);
});

test.each(
  kinds.flatMap((kind) =>
    kind.properties.filter((property) => property.role === "means").map((property) => [kind.name, property.name, kind.noun] as const),
  ),
)("%s: the means %s is a parameter of a repair, its test or its blocker", (_, property, noun) => {
  const parameters = [...functions]
    .filter(([name]) => new RegExp(`^(?:(?:Repair|Test)-${noun}|Find-${noun}\\w*Blocker$)`).test(name))
    .flatMap(([, each]) => each);
  expect(parameters).toContain(toPascalCase(property).toLowerCase());
});

/** Those of a kind, but not of another one whose name begins alike: `network`, `network_interface`. */
const blockers = (noun: string): string[] => {
  const longer = kinds.flatMap((kind) => (kind.noun !== noun && kind.noun.startsWith(noun) ? [`Find-${kind.noun}`] : []));
  return [...functions.keys()].filter(
    (name) => new RegExp(`^Find-${noun}\\w*Blocker$`).test(name) && !longer.some((begin) => name.startsWith(begin)),
  );
};

test.each(kinds.flatMap((kind) => (blockers(kind.noun).length > 0 ? [[kind.name, kind] as const] : [])))(
  "%s: what stands in the way of a fix is told from what the fix and its test are given, and neither knows of it",
  (_, kind) => {
    const { noun } = kind;
    const means = kind.properties.filter(({ role }) => role === "means").map(({ name }) => toPascalCase(name));
    const names = [...functions.keys()].filter((name) =>
      ["", ...partsOf(kind), ...means].some((part) => [`Test-${noun}${part}`, `Repair-${noun}${part}`].includes(name)),
    );
    // "setting" is the name of a user right in Intune's policies, which the compiler knows
    const given = ["setting", ...names.flatMap((name) => functions.get(name) ?? [])];
    for (const blocker of blockers(noun))
      expect(
        functions.get(blocker)?.filter((name) => !given.includes(name)),
        blocker,
      ).toEqual([]);
    for (const name of names.filter((one) => one.startsWith("Test-")))
      expect(texts.get(name), name).not.toMatch(/\bFind-\w+(Blocker|Refusal|Policy)\b/);
  },
);

const journalled = new Set(
  [...texts.values()].flatMap((text) => [...text.matchAll(/\bAdd-Journal '([^']*)'/g)].map(([, kind = ""]) => kind)),
);

test.each([...journalled].filter((kind) => kind !== "Lost" && kind !== "Restart"))(
  "what a repair notes as %s is read from the journal, compared with what is there, and undone",
  (kind) => {
    expect(kind).toMatch(/^[A-Za-z]+$/);
    expect([...functions.keys()]).toEqual(expect.arrayContaining([`Undo-${kind}`, `Get-${kind}State`]));
  },
);
