import type { Catalog, CatalogType, KeyParameter, Limits, Property, Query, ResourceKind, Verb } from "./model.ts";
import { dataWords } from "./names.ts";

/** The reference documentation: file name below `docs/reference` -> Markdown. One page for each kind, and `README.md` that lists them. */
export function renderReference(catalog: Catalog): ReadonlyMap<string, string> {
  const kinds = Object.values(catalog.kinds);
  const pages = kinds.map((kind): [string, string] => [`${kind.name}.md`, renderKind(kind)]);
  return new Map([["README.md", renderIndex(kinds)], ...pages]);
}

function renderIndex(kinds: readonly ResourceKind[]): string {
  const rows = kinds.map((kind) => `| [\`${kind.name}\`](${kind.name}.md) | ${firstSentence(kind.summary)} | ${describeUse(kind)} |`);
  return joinBlocks([
    "# Resource kinds and facts",
    "Made from the doc comments in `src/resources`. A kind of your own is declared in the same way: see [custom kinds](../custom-kinds.md).",
    table(["kind", "what it is", "what remedies do with it"], rows),
  ]);
}

/** The page of one kind, as Markdown. */
export function renderKind(kind: ResourceKind): string {
  return joinBlocks([
    `# ${kind.name}`,
    kind.summary,
    kind.documentation,
    `\`\`\`remedy\n${renderUsage(kind)}\n\`\`\``,
    describeKind(kind),
    ...section("Names", kind.keys.map(renderKey), ["name", "type", "", "meaning"]),
    ...section("States", kind.properties.filter((property) => property.role === "state").map(renderProperty), [
      "state",
      "type",
      "",
      "meaning",
    ]),
    ...section("Means", kind.properties.filter((property) => property.role === "means").map(renderProperty), [
      "means",
      "type",
      "",
      "meaning",
    ]),
    ...section("Readings", kind.properties.filter((property) => property.role === "reading").map(renderProperty), [
      "reading",
      "type",
      "",
      "meaning",
    ]),
    ...kind.queries.flatMap(renderQuery),
    ...kind.verbs.flatMap((verb) => renderVerb(verb, kind)),
    ...list("Blocked when", kind.blockers ?? []),
    ...list("What it touches", kind.touches ?? []),
  ]);
}

/** How a reference to it is written: `directory(path, files: …)`. */
export function renderUsage(kind: ResourceKind): string {
  if (kind.singleton) return kind.name;
  const keys = kind.keys
    .filter((key) => kind.selection || !key.scope)
    .map((key) => (key.positional ? `${key.name}${key.variadic ? ", …" : ""}` : `${key.name}: …`));
  return `${kind.name}(${keys.join(", ")})`;
}

function describeUse(kind: ResourceKind): string {
  const uses = [
    kind.ensure !== "none" ? "ensure" : "",
    kind.properties.some((property) => property.role !== "means") || kind.queries.length > 0 ? "read" : "",
    kind.selection || kind.enumerable ? "each" : "",
    kind.stoppable ? "with … stopped" : "",
    ...kind.verbs.map((verb) => verb.name),
  ];
  return uses
    .filter((use) => use !== "")
    .map((use) => `\`${use}\``)
    .join(", ");
}

function describeKind(kind: ResourceKind): string {
  const sentences = [
    kind.ensure === "state" ? "It can be ensured with a block of states." : "",
    kind.ensure === "presence" && kind.creatable
      ? "It can be ensured `present` or `absent`, and with a block, which implies `present`."
      : "",
    kind.ensure === "presence" && !kind.creatable
      ? "It can be ensured `absent`, and with a block of states; `present` tests that it is there and cannot make it."
      : "",
    kind.selection ? "It is a selection: filters on what can be read are allowed among its names, and `each` visits what they leave." : "",
    kind.enumerable
      ? `\`each\`, \`any\` and \`all\` go over \`${kind.name}()\`, all there are, or over those for which filters on what can be read hold.`
      : "",
    kind.stoppable ? "`with … stopped` may name it." : "",
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function renderKey(key: KeyParameter): string {
  const place =
    key.scope && key.required
      ? "in `each`, by name"
      : key.required
        ? key.positional
          ? "needed"
          : "needed, by name"
        : key.positional
          ? "may be left out"
          : "by name";
  const value = key.defaultValue === undefined ? "" : `; default \`${key.defaultValue}\``;
  return `| \`${key.name}\` | ${renderType(key.type)} | ${place}${key.variadic ? ", takes all further arguments" : ""}${value} | ${describeMember(key)} |`;
}

function renderProperty(property: Property): string {
  const notes = {
    state: property.readable === false ? "cannot be read" : property.optional ? "may be none" : "",
    means: [
      property.defaultValue !== undefined ? `default \`${property.defaultValue}\`` : property.optional ? "" : "needed",
      property.only === undefined ? "" : `with \`${property.only}\` only`,
    ]
      .filter((note) => note !== "")
      .join(", "),
    reading: property.optional ? "may be none" : "",
  };
  const type = `${renderType(property.type)}${property.address === undefined ? "" : " or https address"}`;
  return `| \`${property.name}\` | ${type} | ${notes[property.role]} | ${describeMember(property)} |`;
}

/** What is said of a property, a key or an option: its documentation, limits and words, on one line of Markdown with `<br>`. */
export function describeMember(member: { readonly documentation: string; readonly limits: Limits; readonly type: CatalogType }): string {
  const words =
    member.type.kind === "enum"
      ? member.type
      : member.type.kind === "list" && member.type.element.kind === "enum"
        ? member.type.element
        : undefined;
  const parts = [
    member.documentation,
    renderLimits(member.limits),
    ...(words?.members ?? []).map(
      (word) => `\`${words?.quoted ? `"${word.name}"` : word.name}\`${word.ensurable ? "" : " (only seen)"}: ${word.documentation}`,
    ),
  ];
  return parts
    .filter((part) => part !== "")
    .map(toCell)
    .join("<br>");
}

function renderLimits(limits: Limits): string {
  const bounds = [
    limits.minLength === 1 ? "not empty" : limits.minLength !== undefined ? `at least ${limits.minLength} characters` : "",
    limits.maxLength !== undefined ? `at most ${limits.maxLength} characters` : "",
    limits.minimum !== undefined ? `from ${limits.minimum}` : "",
    limits.maximum !== undefined ? `up to ${limits.maximum}` : "",
    limits.oneOf ? `one of ${limits.oneOf.join(", ")}` : "",
    limits.every === undefined ? "" : `or \`${limits.every}\` for each of them`,
    limits.format === "ip_address" ? "an address of IPv4 or IPv6" : limits.format === "ip_network" ? "a network of IPv4 or IPv6" : "",
    limits.pattern !== undefined ? `matching \`${limits.pattern}\`` : "",
  ].filter((bound) => bound !== "");
  if (bounds.length === 0) return "";
  return `Limits: ${bounds.join(", ")}.${limits.source === undefined ? "" : ` (${limits.source})`}`;
}

function renderQuery(query: Query): string[] {
  const name = `${query.name}(${query.parameters.map((parameter) => parameter.name).join(", ")})`;
  return [
    `## ${name}`,
    `${query.documentation} Gives ${renderType(query.type)}${query.optional ? " or none" : ""}.`,
    table(["argument", "type", "", "meaning"], query.parameters.map(renderKey)),
  ];
}

function renderVerb(verb: Verb, kind: ResourceKind): string[] {
  const place = verb.use === "fix" ? "Stands in `fix` and `on failure`." : "Stands in `on failure`.";
  const options = verb.options.length > 0 ? [table(["option", "type", "", "meaning"], verb.options.map(renderProperty))] : [];
  return [
    `## ${verb.name}`,
    `\`\`\`remedy\n${verb.name} ${renderUsage(kind)}${verb.options.length > 0 ? " { … }" : ""}\n\`\`\``,
    `${verb.documentation} ${place}`,
    `Afterwards: ${verb.guarantees}`,
    ...options,
  ];
}

/** A type as Markdown. */
export function renderType(type: CatalogType): string {
  switch (type.kind) {
    case "enum":
      return type.quoted ? "one of these texts" : "one of these words";
    case "list":
      return `list of ${renderType(type.element)}`;
    case "resource":
      return type.of ? type.of.map((kind) => `\`${kind}\``).join(" or ") : "resource";
    default:
      return type.kind === "data" ? dataWords : `\`${type.kind}\``;
  }
}

function section(title: string, rows: readonly string[], columns: readonly string[]): string[] {
  return rows.length === 0 ? [] : [`## ${title}`, table(columns, rows)];
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.map((item) => `- ${item}`).join("\n")];
}

function table(columns: readonly string[], rows: readonly string[]): string {
  return [`| ${columns.join(" | ")} |`, `|${columns.map(() => "---").join("|")}|`, ...rows].join("\n");
}

function toCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n\n", "<br>");
}

function firstSentence(text: string): string {
  return /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;
}

function joinBlocks(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
