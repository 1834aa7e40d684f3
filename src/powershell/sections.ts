import type { TemplateFunction } from "./library.ts";
import { toPascalCase } from "../resources/catalog/names.ts";

/** A part of a function: lines that some scripts need, or what stands between such lines and is in all of them. */
export interface TemplateSection {
  /** Offsets into the function's text; its markers are outside. */
  readonly start: number;
  readonly end: number;
  /** What a script must use to hold it (`Os.Version`, one of them); undefined: it is in all. */
  readonly uses?: readonly string[];
  /** Those of the function's parameters, words and reads that stand in it. */
  readonly parameters: readonly string[];
  readonly words: readonly string[];
  readonly reads: readonly string[];
}

/** A parameter or a word of a function, and the offset at which it stands. */
export interface NameInTemplate {
  readonly name: string;
  readonly start: number;
}

/** `#remedyc:only Os.Version Os.Uptime` … `#remedyc:end`, whole lines, not nested. */
const SECTION = /^[ \t]*#remedyc:only (.+)\n((?:.*\n)*?)[ \t]*#remedyc:end\n/gm;

/** Cuts a function at its markers. This is done when the library is made, so that no build takes templates apart: one section is a function without any. */
export function splitSections(text: string, parameters: readonly NameInTemplate[], words: readonly NameInTemplate[]): TemplateSection[] {
  const sections: TemplateSection[] = [];
  const add = (start: number, end: number, uses?: readonly string[]): void => {
    const inside = (names: readonly NameInTemplate[]): string[] => [
      ...new Set(names.filter((found) => found.start >= start && found.start < end).map((found) => found.name)),
    ];
    sections.push({
      start,
      end,
      ...(uses ? { uses } : {}),
      parameters: inside(parameters),
      words: inside(words),
      reads: findPropertyReads(text.slice(start, end)),
    });
  };
  let position = 0;
  for (const { index, 0: whole, 1: names = "", 2: lines = "" } of text.matchAll(SECTION)) {
    add(position, index);
    const start = index + whole.indexOf("\n") + 1;
    add(start, start + lines.length, names.trim().split(/ +/));
    position = index + whole.length;
  }
  add(position, text.length);
  return sections;
}

/** Reduced forms by what was left out, kept as long as the function: texts and calls that are made from them are made once. */
const reduced = new WeakMap<TemplateFunction, Map<string, TemplateFunction>>();

/**
 * The function without the sections that serve nothing of `uses`, and without their markers. `uses`: what the script asks of its resources
 * (`Service.Account`, `Os.Build`) and the engine's words that it calls; undefined when code of the author may ask for anything: every section stays.
 */
export function reduceFunction(template: TemplateFunction, uses: ReadonlySet<string> | undefined): TemplateFunction {
  const { sections } = template;
  if (!sections) return template;
  const forms = reduced.get(template) ?? new Map<string, TemplateFunction>();
  reduced.set(template, forms);
  const isKept = sections.map((section) => !uses || !section.uses || section.uses.some((name) => uses.has(name)));
  const kept = isKept.map(Number).join("");
  let form = forms.get(kept);
  if (!form) {
    form = joinSections(
      template,
      sections.filter((_section, i) => isKept[i]),
    );
    forms.set(kept, form);
  }
  return form;
}

function joinSections(
  { name, layer, variant, text, isSameInEveryHost }: TemplateFunction,
  kept: readonly TemplateSection[],
): TemplateFunction {
  return {
    name,
    layer,
    variant,
    text: joinParameters(kept.map((section) => text.slice(section.start, section.end)).join("")),
    parameters: kept.flatMap((section) => section.parameters),
    words: [...new Set(kept.flatMap((section) => section.words))],
    reads: kept.flatMap((section) => section.reads),
    ...(isSameInEveryHost ? { isSameInEveryHost } : {}),
  };
}

/** Parameters that stand behind the function's name, one a line, since only some scripts need them: on one line where that is short enough. */
function joinParameters(text: string): string {
  return text.replace(/^(function [\w-]+)\(\n((?: +.*\n)+)\) \{$/m, (lines, head: string, parameters: string) => {
    const line = `${head}(${parameters
      .trim()
      .replace(/\n +/g, "")
      .replaceAll(/,(?=\S)/g, ", ")}) {`;
    return line.length <= LONGEST_HEAD ? line : lines;
  });
}

const LONGEST_HEAD = 150;

/** The properties that a text reads of resources, as a script's uses name them: `Os.ProductType` for `Read-Os -Property 'product_type'`. */
export function findPropertyReads(text: string): string[] {
  return [...text.matchAll(/\bRead-([A-Za-z]+)\b[^|;\n]*? -Property '([a-z_0-9]+)'/g)].map(
    ([, noun, property]) => `${noun}.${toPascalCase(property ?? "")}`,
  );
}
