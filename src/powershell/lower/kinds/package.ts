import { labelText, spoken } from "../../../plan/lower/resources.ts";
import type { PlanEnsure, PlanProperty, PlanResource } from "../../../plan/plan.ts";
import type { PsExpression, PsNamedArgument } from "../../ast.ts";
import { psBlock, psNamed, psPositional, psStatement, psSwitch, psVariable } from "../../ast.ts";
import { pascalCase } from "../../names.ts";
import { call, loopVariable, text } from "../context.ts";
import type { LowerContext } from "../context.ts";
import { lowerAs } from "../expressions.ts";
import { allOf, lowerFilter } from "../filters.ts";

/** An entry of the uninstall keys, which a condition is about. */
const ENTRY = psVariable("_");

/** Which of the installed packages are meant: keys, filters, or the element of a loop, all as one condition over the uninstall entry. None means all. */
export function lowerPackageArguments(resource: PlanResource, context: LowerContext): PsNamedArgument[] {
  const condition = allOf(resource.kind === "element" ? sameEntry(resource.variable) : lowerConditions(resource, context));
  return condition ? [psNamed("Where", psBlock(psStatement(condition)))] : [];
}

/** What is meant, as a message that finds none names it: `Contoso Agent whose version >= 2.4`. */
export function lowerPackageLabel(resource: PlanResource, words: (label: string) => PsExpression, context: LowerContext): PsExpression {
  if (resource.kind === "element") return member(psVariable(loopVariable(resource.variable)), "Name");
  const filters = resource.filters.map(({ property, operator, value }) => `${spoken(property)} ${operator} ${labelText(value)}`);
  const parts = resource.keys.flatMap((key) => [
    ...(key.name === "upgrade_code" ? [text("with upgrade code ")] : []),
    lowerAs(key.value, key.type, context),
    text(" "),
  ]);
  const all = filters.length > 0 ? [...parts, words(`whose ${filters.join(", ")}`)] : parts.slice(0, -1);
  return all.length === 1 ? (all[0] as PsExpression) : { kind: "join", parts: all };
}

function sameEntry(variable: string): PsExpression[] {
  const element = psVariable(loopVariable(variable));
  return ["Key", "View"].map((name) => ({ kind: "binary", operator: "-eq", left: member(ENTRY, name), right: member(element, name) }));
}

function lowerConditions(resource: PlanResource & { readonly kind: "named" }, context: LowerContext): PsExpression[] {
  return [
    ...resource.keys.map((key) => lowerKey(key, context)),
    ...resource.filters.map((filter) => lowerFilter(filter, lowerProperty(filter.property, context), context)),
  ];
}

function lowerKey(key: PlanProperty, context: LowerContext): PsExpression {
  const value = lowerAs(key.value, key.type, context);
  switch (key.name) {
    case "product_code":
      return { kind: "binary", operator: "-eq", left: member(ENTRY, "Key"), right: value };
    case "upgrade_code":
      return call(context, "Test-UpgradeCode", psPositional(ENTRY), psPositional(value));
    default:
      return call(context, "Test-Text", psPositional(member(ENTRY, "DisplayName")), psPositional(value), psSwitch("IgnoreCase"));
  }
}

/** What stands in an uninstall entry is read there; everything else is looked up. */
function lowerProperty(name: string, context: LowerContext): PsExpression {
  switch (name) {
    case "name":
      return member(ENTRY, "DisplayName");
    case "publisher":
    case "view":
      return member(ENTRY, pascalCase(name));
    case "version":
      return call(context, "ConvertTo-PackageVersion", psPositional(member(ENTRY, "DisplayVersion")));
    case "upgrade_code":
      return call(context, "Find-UpgradeCode", psPositional(ENTRY));
    default:
      return member(call(context, "ConvertTo-Package", psPositional(ENTRY)), pascalCase(name));
  }
}

function member(object: PsExpression, name: string): PsExpression {
  return { kind: "member", object, name };
}

/** What is done about the services that a package brings, when it is forgotten (`$_`): those whose names the script knows. */
export function lowerForgottenServices({ provides }: PlanEnsure, context: LowerContext): PsNamedArgument[] {
  const names = provides.flatMap((resource) => {
    const key = resource.kind === "named" && resource.resourceKind === "service" ? resource.keys[0] : undefined;
    return key ? [lowerAs(key.value, key.type, context)] : [];
  });
  if (names.length === 0) return [];
  const clear = (name: PsExpression) =>
    psStatement(call(context, "Clear-ProductService", psNamed("Name", name), psNamed("Package", psVariable("_"))));
  context.uses.add("Package.Services");
  return [psNamed("Services", psBlock(...names.map(clear)))];
}
