import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readTemplateLibrary } from "../../src/build/generate.ts";
import { getNeededFunctions, hasExistence } from "../../src/resources/catalog/check-script.ts";
import { parseCatalog } from "../../src/resources/catalog/builtin.ts";
import { listBuiltinSources } from "../../src/resources/catalog/builtin-sources.ts";
import { extractBuiltinCatalog } from "../../src/resources/catalog/generate.ts";
import type { CatalogType, KeyParameter, Property, ResourceKind } from "../../src/resources/catalog/model.ts";
import { sortOf } from "../../src/resources/file/lowering.ts";
import { toPascalCase, toSnakeCase } from "../../src/resources/catalog/names.ts";
import { renderReference } from "../../src/resources/catalog/reference.ts";
import { bases, roles, simpleTypes, specialTypes, verbResults } from "../../src/resources/catalog/vocabulary.ts";

const root = new URL("../../", import.meta.url);
const { value: catalog, diagnostics } = extractBuiltinCatalog();
const kinds = Object.values(catalog.kinds);

function getKind(name: string): ResourceKind {
  const kind = catalog.kinds[name];
  if (!kind) throw new Error(`there is no kind ${name}`);
  return kind;
}

function getProperty(kind: string, name: string): Property {
  const property = getKind(kind).properties.find((each) => each.name === name);
  if (!property) throw new Error(`${kind} has no property ${name}`);
  return property;
}

function wordsOf(type: CatalogType): string[] {
  return type.kind === "enum" ? type.members.map((member) => member.name) : [];
}

/** Every key, property, option and parameter, with the name by which a failing test tells it. */
function listMembers(): { readonly label: string; readonly member: KeyParameter | Property }[] {
  return kinds.flatMap((kind) => [
    ...kind.keys.map((member) => ({ label: `${kind.name}(${member.name})`, member })),
    ...kind.properties.map((member) => ({ label: `${kind.name}.${member.name}`, member })),
    ...kind.verbs.flatMap((verb) => verb.options.map((member) => ({ label: `${verb.name} ${kind.name}.${member.name}`, member }))),
    ...kind.queries.flatMap((query) => query.parameters.map((member) => ({ label: `${kind.name}.${query.name}(${member.name})`, member }))),
  ]);
}

test("the interfaces are extracted without a finding, every kind of the first release among them", () => {
  expect(diagnostics.map((diagnostic) => `${diagnostic.span?.file.path ?? ""}: ${diagnostic.message}`)).toEqual([]);
  expect(kinds.map((kind) => kind.name)).toEqual(
    expect.arrayContaining([
      "service",
      "package",
      "user_right",
      "registry_value",
      "registry_key",
      "tls",
      "file",
      "directory",
      "process",
      "script",
      "program",
      "winsock",
      "dns",
      "event_log",
      "installer_logs",
      "profile",
      "os",
      "computer",
      "dotnet",
      "powershell",
      "reboot",
      "disk",
      "network",
    ]),
  );
});

test("the generated file is what the interfaces say", () => {
  expect(parseCatalog(readFileSync(new URL("src/generated/catalog.json", root), "utf8"))).toEqual(JSON.parse(JSON.stringify(catalog)));
  expect(() => parseCatalog("{}")).toThrow("damaged");
});

test("every folder of a kind has one declaration, of the kind of its name, and what else it holds is read by somebody", () => {
  expect(listBuiltinSources().length).toBeGreaterThan(20);
  expect(listBuiltinSources().map((path) => path.replace(/^.*\/|\.ts$/g, "").replaceAll("-", "_"))).toEqual(kinds.map((kind) => kind.name));
  const files = readdirSync(new URL("src/resources/", root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "catalog")
    .flatMap((entry) => readdirSync(new URL(`src/resources/${entry.name}/`, root)).map((file) => `${entry.name}/${file}`));
  const parts = new Set(["checks.ts", "lowering.ts", "model.ts", "staged-blockers.ts", "given-words.ts", "simulated.ts"]);
  expect(files.filter((file) => !listBuiltinSources().includes(file) && !parts.has(file.replace(/^.*\//, "")))).toEqual([]);
});

test("checker and plan know kinds by what they say of themselves", () => {
  // nodes of the plan, a type of the language, and what 'each' opens a person's registry for
  const words = new Set(["reboot", "powershell", "profile"]);
  const named = ["checker", "plan"]
    .flatMap((folder) =>
      readdirSync(new URL(`src/${folder}/`, root), { recursive: true, encoding: "utf8" }).map((file) => `src/${folder}/${file}`),
    )
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      [...readFileSync(new URL(file, root), "utf8").matchAll(/"([a-z_]+)(?:\.[a-z_]*)?"(?! in )/g)].map(([, word]) => `${file}: ${word}`),
    );
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((one) => kinds.some(({ name }) => !words.has(name) && one.endsWith(`: ${name}`)))).toEqual([]);
});

describe("all members", () => {
  const members = listMembers();

  test("are there", () => expect(members.length).toBeGreaterThan(80));

  test("are documented in full sentences", () => {
    expect(members.filter(({ member }) => !/^[A-Z].*[.`)]$/s.test(member.documentation)).map(({ label }) => label)).toEqual([]);
  });

  test("name a source for each limit", () => {
    const limited = members.filter(({ member }) =>
      Object.keys(member.limits).some((limit) => !["source", "oneOf", "wildcards"].includes(limit)),
    );
    expect(limited.length).toBeGreaterThan(15);
    expect(limited.filter(({ member }) => !member.limits.source).map(({ label }) => label)).toEqual([]);
  });

  test("have documented words", () => {
    const words = members.flatMap(({ label, member }) =>
      member.type.kind === "enum" ? member.type.members.map((word) => ({ label, ...word })) : [],
    );
    expect(words.length).toBeGreaterThan(80);
    expect(words.filter((word) => word.documentation === "").map((word) => `${word.label} ${word.name}`)).toEqual([]);
  });
});

test("every kind has a summary, and every one that touches the machine says what", () => {
  expect(kinds.filter((kind) => kind.summary === "" || (kind.touches ?? []).length === 0).map((kind) => kind.name)).toEqual([]);
  expect(kinds.filter((kind) => kind.ensure !== "none" && (kind.blockers ?? []).length === 0).map((kind) => kind.name)).toEqual([]);
  expect(kinds.flatMap((kind) => kind.verbs).filter((verb) => verb.guarantees === "" || verb.documentation === "")).toEqual([]);
});

describe("what the language's description says of the kinds", () => {
  test("services", () => {
    const { type } = getProperty("service", "state");
    expect(type.kind === "enum" && type.members.filter((word) => word.ensurable).map((word) => word.name)).toEqual(["running", "stopped"]);
    expect(wordsOf(type)).toEqual(expect.arrayContaining(["starting", "stopping", "paused"]));
    expect(getProperty("service", "timeout")).toMatchObject({ role: "means", defaultValue: "30s", optional: true });
    expect(getProperty("service", "password")).toMatchObject({ role: "means", type: { kind: "secret" } });
    expect(getKind("service")).toMatchObject({ stoppable: true, ensure: "presence", creatable: false });
  });

  test("packages are selections, their keys can be filtered by", () => {
    expect(getKind("package")).toMatchObject({ selection: true, ensure: "presence", creatable: true });
    expect(getProperty("package", "name").role).toBe("reading");
    expect(getProperty("package", "provides").type).toEqual({ kind: "list", element: { kind: "resource", of: undefined } });
  });

  test("user rights: every constant, includes and excludes", () => {
    const { type } = getKind("user_right").keys[0] as KeyParameter;
    expect(type).toMatchObject({ kind: "enum", quoted: true });
    expect(wordsOf(type).filter((word) => /^Se\w+Right$/.test(word))).toHaveLength(10);
    expect(wordsOf(type).filter((word) => /^Se\w+Privilege$/.test(word))).toHaveLength(36);
    expect(new Set(wordsOf(type)).size).toBe(46);
    expect(getProperty("user_right", "includes").readable).toBeUndefined();
    expect(getProperty("user_right", "excludes").readable).toBe(false);
  });

  test("registry values have a view that counts when two are compared", () => {
    expect(getKind("registry_value").keys.map((key) => [key.name, key.positional, key.required, key.defaultValue])).toEqual([
      ["key", true, true, undefined],
      ["name", true, true, undefined],
      ["view", false, false, "64"],
    ]);
  });

  test("facts stand without parentheses and have no key", () => {
    const facts = kinds.filter((kind) => kind.singleton);
    expect(facts.map((kind) => kind.name)).toEqual([
      "battery",
      "computer",
      "defender",
      "delivery_optimization",
      "dns",
      "dotnet",
      "known_folder",
      "network",
      "os",
      "powershell",
      "reboot",
      "signed_in_user",
      "time_zone",
      "tpm",
      "windows_update",
      "winsock",
    ]);
    expect(facts.filter((kind) => kind.keys.length > 0)).toEqual([]);
  });

  test("facts that the examples compare without a guard are never none", () => {
    for (const [kind, name] of [
      ["os", "build"],
      ["dotnet", "version"],
      ["computer", "memory"],
      ["powershell", "machine_policy"],
      ["directory", "size"],
    ] as const) {
      expect(getProperty(kind, name).optional, `${kind}.${name}`).toBe(false);
    }
    expect(getProperty("directory", "oldest_file_age").optional).toBe(true);
  });

  test("verbs and where they stand", () => {
    expect(kinds.flatMap((kind) => kind.verbs.map((verb) => `${verb.name} ${kind.name}: ${verb.use}`))).toEqual([
      "backup bitlocker_volume: fix",
      "update defender: fix",
      "scan defender: fix",
      "clear directory: fix",
      "flush dns: fix",
      "diagnose event_log: failure",
      "diagnose installer_logs: failure",
      "restart pnp_device: fix",
      "run program: fix",
      "start_as_user program: fix",
      "run scheduled_task: fix",
      "stop scheduled_task: fix",
      "restart service: fix",
      "reset winsock: fix",
    ]);
    expect(getKind("installer_logs").keys[0]).toMatchObject({ variadic: true });
  });

  test("what has no existence of its own is not asked for it", () => {
    expect(kinds.filter((kind) => !kind.singleton && !hasExistence(kind)).map((kind) => kind.name)).toEqual([
      "event_log",
      "installer_logs",
      "script",
    ]);
  });
});

test("each kind's functions are among the templates, with the parameters that it needs, or one for each thing that can be asked of it", () => {
  const functions = new Map(
    readTemplateLibrary()
      .functions.filter((one) => one.layer === "kinds")
      .map((one) => [one.name, one.parameters.map((parameter) => parameter.toLowerCase())]),
  );
  expect(functions.size).toBeGreaterThan(50);
  const lacking: string[] = [];
  for (const kind of kinds) {
    for (const { name, parameters } of getNeededFunctions(kind)) {
      const found = functions.get(name);
      // A function that reads one thing, or of a selection takes one condition, takes less; what is to be absent may have one of its own.
      const needed = parameters
        .filter((parameter) => !(kind.selection && kind.name === "package") || parameter === "where")
        .filter((parameter) => !isPathState(kind, parameter))
        // Bits of a registry value and one with a secret are asked for by functions of their own.
        .filter((parameter) => kind.name !== "registry_value" || parameter !== "secret" || !functions.has("Test-RegistryValueSecret"))
        .filter((parameter) => !parameter.endsWith("_bits") || !functions.has("Test-RegistryBits"))
        .filter((parameter) => parameter !== "absent" || !functions.has(`${name}Absence`));
      if (found) lacking.push(...needed.filter((one) => !found.includes(toPascalCase(one).toLowerCase())).map((one) => `${name} -${one}`));
      else lacking.push(...listParts(kind, name).filter((part) => !functions.has(part)));
    }
  }
  expect(lacking).toEqual([]);
});

/** What a file, folder or key is beside what it holds has functions of its own for both, which their lowering calls. */
function isPathState(kind: ResourceKind, name: string): boolean {
  return ["file", "directory", "registry_key"].includes(kind.name) && sortOf({ name }) !== undefined;
}

/** The functions that stand for a general one: of each property that is read, of each state that is ensured, and of its absence or presence. */
function listParts(kind: ResourceKind, name: string): string[] {
  const of = (role: string) => kind.properties.filter((property) => property.role === role && property.readable !== false);
  if (name === `Read-${kind.noun}`) {
    const read = kind.properties.filter((property) => property.role !== "means" && property.readable !== false);
    return [...read.map((property) => toPascalCase(property.name)), ...(kind.ensure === "presence" ? ["Exists"] : [])].map(
      (part) => name + part,
    );
  }
  if (!/^(Test|Repair)-/.test(name)) return [name];
  const presence = kind.ensure === "presence" ? ["Absence", "Presence"] : [];
  return [
    ...of("state")
      .filter((property) => !isPathState(kind, property.name))
      .map((property) => toPascalCase(property.name)),
    ...presence,
  ].map((part) => name + part);
}

test("every exported name of the vocabulary has a meaning, and no other", () => {
  const text = readFileSync(new URL("src/resources/language.ts", root), "utf8");
  const exported = [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map((match) => match[1] ?? "");
  const known = [bases, roles, verbResults, simpleTypes].flatMap((table) => Object.keys(table)).concat(specialTypes);
  expect(exported.length).toBeGreaterThan(25);
  expect([...exported].sort()).toEqual([...known].sort());
});

test("the reference documentation is up to date (npm run generate)", () => {
  const folder = new URL("docs/reference/", root);
  const pages = renderReference(catalog);
  expect(pages.size).toBe(kinds.length + 1);
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  for (const [path, text] of pages) expect(readFileSync(new URL(path, folder), "utf8"), path).toBe(text);
});

test("names become PowerShell's and back", () => {
  expect(toPascalCase("older_than")).toBe("OlderThan");
  expect(kinds.filter((kind) => toPascalCase(kind.name) !== kind.noun || toSnakeCase(kind.noun) !== kind.name)).toEqual([]);
});
