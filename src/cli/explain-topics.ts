import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { findClosest } from "../binder/did-you-mean.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import { tellKind, tellTopics } from "../resources/catalog/terminal.ts";
import { loadCatalog } from "./compiler-session.ts";

/** What `explain` tells that is no file: as text, and as data. */
export interface Topics {
  readonly text: string;
  readonly json: { readonly pages?: { readonly [code: string]: string }; readonly kinds?: readonly object[] };
  readonly diagnostics: readonly Diagnostic[];
}

/** What can be explained, where nothing is named. */
export async function listTopics(): Promise<Topics> {
  const catalog = await loadCatalog();
  return { text: tellTopics(catalog), json: { kinds: Object.values(catalog.kinds) }, diagnostics: [] };
}

/**
 * The pages of codes and kinds, when everything that is named is one, or looks like neither a file nor a pattern. Undefined: there are files among
 * them. A kind and a file of the same name: the file is meant.
 */
export async function explainTopics(names: readonly string[], folder: string): Promise<Topics | undefined> {
  if (
    names.length === 0 ||
    !names.every((name) => (/^\w+$/.test(name) || RULE.test(name) || LINT_RULE.test(name)) && !existsSync(resolve(folder, name)))
  )
    return undefined;
  const [catalog, pages] = [await loadCatalog(), await loadPages()];
  const found: Topic[] = [];
  for (const name of names)
    found.push((await explainLintRule(name, pages)) ?? (RULE.test(name) ? await explainRule(name) : explainTopic(name, catalog, pages)));
  const codes = found.flatMap(({ page }) => (page ? [page] : []));
  const kinds = found.flatMap(({ kind }) => (kind ? [kind] : []));
  return {
    text: found.flatMap(({ text }) => (text === undefined ? [] : [text])).join("\n"),
    json: { ...(codes.length > 0 ? { pages: Object.fromEntries(codes) } : {}), ...(kinds.length > 0 ? { kinds } : {}) },
    diagnostics: found.flatMap(({ diagnostic }) => (diagnostic ? [diagnostic] : [])),
  };
}

/** The name of a rule of `remedyc lint`. */
const LINT_RULE = /^[a-z]+(?:-[a-z]+)+$/i;

/** A rule of `remedyc diagnose`: a number of a family, an HRESULT, or one of the few words. */
const RULE = /^(?:(?:msi|exit|event|service|intune|configmgr|remedy|package|custom|action)-[\w-]+|0x[0-9a-f]{8})$/i;

async function explainLintRule(name: string, pages: { readonly [code: string]: string }): Promise<Topic | undefined> {
  if (!LINT_RULE.test(name)) return undefined;
  const [{ rules }, { findRule }] = await Promise.all([import("../generated/linter-rules.ts"), import("../linter/switches.ts")]);
  const code = findRule(rules, name)?.code;
  const page = code === undefined ? undefined : pages[code];
  return code === undefined || page === undefined ? undefined : { text: page, page: [code, page] };
}

async function explainRule(name: string): Promise<Topic> {
  const { findRule, rules } = await import("../diagnosis/rules/rules.ts");
  const { tellRule } = await import("../diagnosis/rules/page.ts");
  const rule = findRule(name);
  if (rule) return { text: tellRule(rule), page: [rule.id, tellRule(rule)] };
  const closest = findClosest(
    name,
    rules.map(({ id }) => id),
  );
  return { diagnostic: createDiagnostic("RMD7041", undefined, { name, hint: closest === undefined ? "" : ` Did you mean '${closest}'?` }) };
}

interface Topic {
  readonly text?: string;
  readonly page?: readonly [code: string, text: string];
  readonly kind?: object;
  readonly diagnostic?: Diagnostic;
}

function explainTopic(name: string, catalog: Catalog, pages: { readonly [code: string]: string }): Topic {
  if (/^RMD\d+$/i.test(name)) {
    const code = name.toUpperCase();
    const page = pages[code];
    return page === undefined
      ? { diagnostic: createDiagnostic("RMD7040", undefined, { code: name, hint: suggestCode(code, Object.keys(pages)) }) }
      : { text: page, page: [code, page] };
  }
  const kind = Object.hasOwn(catalog.kinds, name) ? catalog.kinds[name] : undefined;
  if (kind) return { text: tellKind(kind), kind };
  const closest = findClosest(name, Object.keys(catalog.kinds));
  return { diagnostic: createDiagnostic("RMD7041", undefined, { name, hint: closest === undefined ? "" : ` Did you mean '${closest}'?` }) };
}

/** A code of four digits is no misspelt one: any other is as far away. */
function suggestCode(code: string, known: readonly string[]): string {
  const closest = /^RMD\d{4}$/.test(code) ? undefined : findClosest(code, known);
  return closest === undefined ? ` They go from ${known[0] ?? ""} to ${known.at(-1) ?? ""}, with gaps.` : ` Did you mean ${closest}?`;
}

async function loadPages(): Promise<{ readonly [code: string]: string }> {
  const { default: pages } = (await import("../generated/pages.json", { with: { type: "json" } })) as {
    default: { readonly [code: string]: string };
  };
  return pages;
}
