import { parseTemplate } from "./library.ts";
import type { TemplateFunction } from "./library.ts";
import { pascalCase } from "./names.ts";

/** `#remedyc:only Os.Version Os.Uptime` … `#remedyc:end`, whole lines, not nested. */
const SECTION = /^[ \t]*#remedyc:only (.+)\n((?:.*\n)*?)[ \t]*#remedyc:end\n/gm;

/** Reduced forms by what was left out, kept as long as the function: texts and calls that are made from them are made once. */
const reduced = new WeakMap<TemplateFunction, Map<string, TemplateFunction>>();
const propertyReads = new WeakMap<TemplateFunction, readonly string[]>();

/**
 * The function without the sections that serve nothing of `uses`, and without their markers. `uses`: what the script asks of its resources
 * (`Service.Account`, `Os.Build`) and the engine's words that it calls; undefined when code of the author may ask for anything: every section stays.
 */
export function reduceFunction(template: TemplateFunction, uses: ReadonlySet<string> | undefined): TemplateFunction {
  if (!template.text.includes("#remedyc:only ")) return template;
  const forms = reduced.get(template) ?? new Map<string, TemplateFunction>();
  reduced.set(template, forms);
  let kept = "";
  const text = template.text.replace(SECTION, (_section, names: string, lines: string) => {
    const isUsed =
      uses === undefined ||
      names
        .trim()
        .split(/ +/)
        .some((name) => uses.has(name));
    kept += isUsed ? "+" : "-";
    return isUsed ? lines : "";
  });
  const form = forms.get(kept) ?? parseTemplate(template.folder, template.variant, text)[0];
  if (!form) throw new Error(`'${template.name}' is no function without its sections`);
  forms.set(kept, form);
  return form;
}

/** The properties that a function reads of resources, as `uses` names them: `Os.ProductType` for `Read-Os -Property 'product_type'`. */
export function findPropertyReads(template: TemplateFunction): readonly string[] {
  const known = propertyReads.get(template);
  if (known) return known;
  const found = [...template.text.matchAll(/\bRead-([A-Za-z]+)\b[^|;\n]*? -Property '([a-z_0-9]+)'/g)].map(
    ([, noun, property]) => `${noun}.${pascalCase(property ?? "")}`,
  );
  propertyReads.set(template, found);
  return found;
}
