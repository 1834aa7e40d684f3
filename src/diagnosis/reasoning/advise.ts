import type { Finding } from "../model.ts";
import { recipesByService } from "../rules/recipes.ts";
import { findRule } from "../rules/rules.ts";
import type { Recipe, Rule } from "../rules/rule.ts";
import type { Advice } from "./diagnosis.ts";

const ALL_SERVICES = "NT SERVICE\\ALL SERVICES";

/** What a cause is about, as far as advice needs it. */
export interface Subject {
  readonly service: string | undefined;
  /** Its name for people. */
  readonly display?: string | undefined;
  /** The account that the service logs on with: '' is LocalSystem, undefined not known. */
  readonly account: string | undefined;
  /** What was to be installed, by its name. */
  readonly product?: string | undefined;
}

/** A name that can stand in a text of a remedy as it is. */
const PLAIN = /^[^"\\$'\u0000-\u001f]{1,256}$/;

/** What to do about a finding, in its rule's words. */
export function advise(finding: Finding, subject: Subject): Advice {
  const rule = findRule(finding.rule) ?? findRule("exit-1603");
  if (!rule) throw new Error("the rules lack exit-1603");
  const deeper = finding.error === undefined ? undefined : findRule(errorRule(finding));
  const noLogon = rule.id === "msi-1920" && subject.account !== undefined && !needsRight(subject.account);
  const todo = [...(deeper && deeper !== rule ? deeper.todo : []), ...rule.todo].filter(
    (line) => !(noLogon && line.includes("Log on as a service")),
  );
  const from = deeper?.statement !== undefined ? deeper : rule;
  // why a service did not start is not known from 1920 alone: a right is granted where its account needs one
  const unknown = from.id === "msi-1920" && !isVirtual(subject.account);
  return {
    rule: rule.id,
    why: noLogon
      ? rule.why.replace(/ A service with an account of its own .*$/, "")
      : deeper && deeper !== rule
        ? `${deeper.why} ${rule.why}`
        : rule.why,
    todo: unique(todo.map((line) => fillText(line, subject.service))),
    statement: noLogon || unknown ? undefined : fillStatement(from.statement, subject),
    recipe: noLogon ? undefined : chooseRecipe(from.recipe ?? rule.recipe, rule, subject),
    source: rule.source,
  };
}

/** The rule of the error behind a finding. */
export function errorRule({ rule, error }: Finding): string {
  return rule === "msi-1714" ? `exit-${error}` : `service-${error}`;
}

/** LocalSystem has every right; LocalService and NetworkService have this one from the start. */
export function needsRight(account: string): boolean {
  return account !== "" && !/^(?:NT AUTHORITY\\|LocalSystem$|\.\\LocalSystem$)/i.test(account);
}

export function isVirtual(account: string | undefined): boolean {
  return account !== undefined && /^NT SERVICE\\/i.test(account);
}

function chooseRecipe(recipe: Recipe | undefined, rule: Rule, { service, account }: Subject): Advice["recipe"] {
  const own = service === undefined ? undefined : recipesByService[service.toLowerCase()];
  const logon = recipe !== undefined || rule.id === "msi-1920";
  if (own && logon) return { file: own.file, set: own.set ?? [] };
  if (!recipe || (account !== undefined && recipe.file.includes("virtual-account") && !isVirtual(account))) return undefined;
  const set = (recipe.set ?? []).map((text) =>
    text.includes("{service}") && service === undefined ? "" : text.replace("{service}", service ?? ""),
  );
  return set.includes("") ? undefined : { file: recipe.file, set };
}

/** A statement with the service, product and account of the cause; none where it needs a name that is not known or cannot stand in a text as it is. */
function fillStatement(statement: string | undefined, { service, product, account }: Subject): string | undefined {
  if (statement === undefined) return undefined;
  let filled = statement;
  for (const [place, name] of [
    ["{service}", service],
    ["{product}", product],
  ] as const) {
    if (!filled.includes(place)) continue;
    if (name === undefined || !PLAIN.test(name)) return undefined;
    filled = filled.replaceAll(place, name);
  }
  if (filled.includes(ALL_SERVICES) && account !== undefined && needsRight(account) && !isVirtual(account)) {
    if (!/^[^"'\u0000-\u001f]{1,256}$/.test(account)) return undefined;
    filled = filled.replace(ALL_SERVICES, () => account);
  }
  return filled;
}

function fillText(text: string, service: string | undefined): string {
  return text.replaceAll("{service}", () => service ?? "NAME");
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
