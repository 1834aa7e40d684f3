import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listTemplates } from "../../src/build/read-templates.ts";
import { getNeededFunctions, hasExistence } from "../../src/resources/catalog/check-script.ts";
import { extractBuiltinCatalog } from "../../src/resources/catalog/generate.ts";
import { toPascalCase } from "../../src/resources/catalog/names.ts";
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

test.each(kinds.map((kind) => [kind.name, kind] as const))(
  "%s has every function that its declaration asks for, with every parameter",
  (_, kind) => {
    const missing = getNeededFunctions(kind).flatMap((one) => {
      // What is to be absent may have a function of its own.
      const hasAbsence = functions.has(`${one.name}Absence`);
      const needed = { ...one, parameters: one.parameters.filter((name) => name !== "absent" || !hasAbsence) };
      const isReading = needed.name === `Read-${kind.noun}`;
      if (isReading && readable(kind).every((property) => hasOwnReading(kind.noun, property))) return [];
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
  const text = [`Read-${noun}`, `ConvertTo-${noun}`, `Select-${noun}`].map((name) => texts.get(name) ?? "").join("\n");
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
    .filter(([name]) => new RegExp(`^(?:(?:Repair|Test)-${noun}|Find-${noun}Blocker)$`).test(name))
    .flatMap(([, each]) => each);
  expect(parameters).toContain(toPascalCase(property).toLowerCase());
});

test.each(kinds.flatMap(({ name, noun }) => (functions.has(`Find-${noun}Blocker`) ? [[name, noun] as const] : [])))(
  "%s: what stands in the way of a fix is told from what the fix and its test are given, and neither knows of it",
  (_, noun) => {
    // "setting" is the name of a user right in Intune's policies, which the compiler knows
    const given = ["setting", ...["Test", "Repair"].flatMap((verb) => functions.get(`${verb}-${noun}`) ?? [])];
    expect(functions.get(`Find-${noun}Blocker`)?.filter((name) => !given.includes(name))).toEqual([]);
    expect(texts.get(`Test-${noun}`)).not.toMatch(/\bFind-\w+(Blocker|Refusal|Policy)\b/);
  },
);
