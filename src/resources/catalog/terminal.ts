import type { Catalog, CatalogType, EnumMember, KeyParameter, Property, ResourceKind, Verb } from "./model.ts";
import { dataWords } from "./names.ts";

/** A kind as a person reads it in a terminal: how it is written, what may be said of it, what can be read, what it does. */
export function tellKind(kind: ResourceKind): string {
  const of = (role: Property["role"]): readonly Property[] => kind.properties.filter((property) => property.role === role);
  return [
    tellUsage(kind),
    tellText(kind.summary),
    tellText(kind.documentation),
    tellUse(kind),
    tellTable("Names", kind.keys.map(tellKey)),
    tellTable("States: tested, and fixed where they differ", of("state").map(tellProperty)),
    tellTable("Means: serve the fix alone", of("means").map(tellProperty)),
    tellTable("Readings: read, never ensured", of("reading").map(tellProperty)),
    tellTable(
      "Facts with arguments",
      kind.queries.map((query) => [`${query.name}(${query.parameters.map((one) => one.name).join(", ")})`, query.documentation]),
    ),
    tellTable(
      "Actions, inside 'fix' and 'on failure'",
      kind.verbs.map((verb) => [`${verb.name} …`, tellVerb(verb)]),
    ),
    tellTable(
      "Blocked when",
      (kind.blockers ?? []).map((blocker) => ["-", blocker]),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/** What `explain` can tell, where nothing is named. */
export function tellTopics(catalog: Catalog): string {
  const kinds = Object.values(catalog.kinds);
  const row = (kind: ResourceKind): [string, string] => [kind.name, firstSentence(kind.summary)];
  return [
    "remedyc explain FILE…          what remedies check, may change and touch",
    "remedyc explain FILE… --size   what makes their scripts long",
    "remedyc explain RMD2001        what a diagnostic means and how to repair it",
    "remedyc explain service        a resource kind: its states, means and readings",
    "remedyc explain msi-1920       a rule of 'remedyc diagnose': what a number in a log means",
    "",
    tellTable("What can be ensured", kinds.filter((kind) => kind.ensure !== "none").map(row)),
    "",
    tellTable("What can be read, or does something in a fix", kinds.filter((kind) => kind.ensure === "none").map(row)),
    "",
  ].join("\n");
}

function tellUsage(kind: ResourceKind): string {
  if (kind.singleton) return kind.name;
  const keys = kind.keys
    .filter((key) => kind.selection || !key.scope)
    .map((key) => {
      const name = key.positional ? `${key.name}${key.variadic === true ? ", …" : ""}` : `${key.name}: …`;
      return key.required ? name : `[${name}]`;
    });
  return `${kind.name}(${keys.join(", ")})`;
}

function tellUse(kind: ResourceKind): string {
  const name = tellUsage(kind);
  const state = kind.properties.find((property) => property.role === "state");
  const uses = [
    kind.ensure === "none" ? "" : `ensure ${name} { ${state === undefined ? "…" : `${state.name}: …`} }`,
    kind.ensure === "presence" ? `ensure ${name} absent` : "",
    kind.creatable === true ? `ensure ${name} present` : "",
    kind.selection || kind.enumerable ? `each x in ${kind.name}(…) { … }` : "",
    kind.stoppable ? `with ${name} stopped { … }` : "",
  ].filter((use) => use !== "");
  return uses.length === 0 ? "" : uses.map((use) => `  ${use}`).join("\n");
}

type Row = readonly [name: string, text: string];

function tellKey(key: KeyParameter): Row {
  const notes = [
    tellType(key.type),
    key.required ? "" : "may be left out",
    key.positional ? "" : "by name",
    key.defaultValue === undefined ? "" : `default ${key.defaultValue}`,
  ];
  return [key.name, describe(key.documentation, notes, key.type)];
}

function tellProperty(property: Property): Row {
  const notes = [
    `${tellType(property.type)}${property.address === undefined ? "" : " or https address"}`,
    property.role === "means" && !property.optional && property.defaultValue === undefined ? "needed" : "",
    property.role !== "means" && property.optional ? "may be none" : "",
    property.readable === false ? "cannot be read" : "",
    property.defaultValue === undefined ? "" : `default ${property.defaultValue}`,
    property.only === undefined ? "" : `with '${property.only}' only`,
  ];
  return [property.name, describe(property.documentation, notes, property.type)];
}

function tellVerb(verb: Verb): string {
  const options = verb.options.map((option) => `${option.name} (${tellType(option.type)}): ${option.documentation}`);
  return [verb.documentation, `Afterwards: ${verb.guarantees}`, ...options].join("\n");
}

function describe(documentation: string, notes: readonly string[], type: CatalogType): string {
  const words = wordsOf(type);
  const lines = (words ?? []).slice(0, 60).map((word) => {
    const written = type.kind === "enum" && type.quoted === true ? `"${word.name}"` : word.name;
    return `  ${written}${word.ensurable ? "" : " (only seen)"}: ${word.documentation}`;
  });
  return [`(${notes.filter((note) => note !== "").join(", ")}) ${documentation}`, ...lines].join("\n");
}

function wordsOf(type: CatalogType): readonly EnumMember[] | undefined {
  if (type.kind === "list") return wordsOf(type.element);
  return type.kind === "enum" ? type.members : undefined;
}

function tellType(type: CatalogType): string {
  switch (type.kind) {
    case "enum":
      return type.quoted === true ? "one of these texts" : "one of these words";
    case "list":
      return `list of ${tellType(type.element)}`;
    case "resource":
      return type.of ? type.of.join(" or ") : "resource";
    case "data":
      return dataWords;
    default:
      return type.kind;
  }
}

/** A heading, and rows whose texts begin below each other and end within 110 columns. */
function tellTable(title: string, rows: readonly Row[]): string {
  if (rows.length === 0) return "";
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  const lines = rows.flatMap(([name, text]) =>
    text
      .split("\n")
      .flatMap((line) => wrap(line, Math.max(40, 108 - width)))
      .map((line, i) => `  ${(i === 0 ? name : "").padEnd(width)}${line}`.trimEnd()),
  );
  return [title, ...lines].join("\n");
}

/** Paragraphs, within 110 columns. */
function tellText(text: string): string {
  return text
    .split("\n\n")
    .map((paragraph) => wrap(paragraph.replace(/\s+/g, " "), 110, "").join("\n"))
    .join("\n\n");
}

function wrap(text: string, width: number, hanging = "  "): string[] {
  const indent = /^ */.exec(text)?.[0] ?? "";
  const lines: string[] = [];
  let line = "";
  for (const word of text.trim().split(/ +/)) {
    if (line !== "" && line.length + word.length + 1 > width) {
      lines.push(line);
      line = `${indent}${hanging}${word}`;
    } else line = line === "" ? `${indent}${word}` : `${line} ${word}`;
  }
  return [...lines, line];
}

function firstSentence(text: string): string {
  return /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;
}
