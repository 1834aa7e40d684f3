import { labelText, spoken } from "../../plan/lower/resources.ts";
import type { PlanEnsure, PlanProperty, PlanResource } from "../../plan/plan.ts";
import type { PsExpression, PsNamedArgument } from "../../powershell/ast.ts";
import { psBlock, psNamed, psPositional, psStatement, psVariable } from "../../powershell/ast.ts";
import { toPascalCase } from "../catalog/names.ts";
import { call, loopVariable, text } from "../../powershell/lower/context.ts";
import type { LowerContext } from "../../powershell/lower/context.ts";
import { lowerAs } from "../../powershell/lower/expressions.ts";
import { allOf, lowerFilter } from "../../powershell/lower/filters.ts";
import type { KindLowering } from "../../powershell/lower/kind-lowering.ts";

export const lowering: KindLowering = {
  condition: lowerPackageCondition,
  more: { name: "Label", lower: lowerPackageLabel },
  ensureArguments: lowerForgottenServices,
};

/** An entry of the uninstall keys, which a condition is about. */
const ENTRY = psVariable("_");

/** Which of the installed packages are meant: keys, filters, or the element of a loop, all as one condition over the uninstall entry. None means all. */
function lowerPackageCondition(resource: PlanResource, context: LowerContext): PsExpression | undefined {
  const condition = allOf(resource.kind === "element" ? sameEntry(resource.variable) : lowerConditions(resource, context));
  if (!condition) context.uses.add("Package.All");
  return condition;
}

/** What is meant, as a message that finds none names it: `Contoso Agent whose version >= 2.4`. */
function lowerPackageLabel(resource: PlanResource, context: LowerContext, words: (label: string) => PsExpression): PsExpression {
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

/** Codes come first: what has another one is passed over before anything else is looked at (Find-UnlistedEntry). */
function lowerConditions(resource: PlanResource & { readonly kind: "named" }, context: LowerContext): PsExpression[] {
  if ([...resource.keys.map(({ name }) => name), ...resource.filters.map(({ property }) => property)].some(isCode))
    context.uses.add("Package.Code");
  return [
    ...resource.keys.toSorted((a, b) => Number(isCode(b.name)) - Number(isCode(a.name))).map((key) => lowerKey(key, context)),
    ...resource.filters.map((filter) => lowerFilter(filter, lowerProperty(filter.property, context), context)),
  ];
}

const isCode = (name: string): boolean => name === "product_code" || name === "upgrade_code";

function lowerKey(key: PlanProperty, context: LowerContext): PsExpression {
  const value = lowerAs(key.value, key.type, context);
  switch (key.name) {
    case "product_code":
      return { kind: "binary", operator: "-eq", left: member(ENTRY, "Key"), right: value };
    case "upgrade_code":
      return call(context, "Test-UpgradeCode", psPositional(ENTRY), psPositional(value));
    default:
      return { kind: "method", object: value, name: "Equals", arguments: [member(ENTRY, "DisplayName"), text("OrdinalIgnoreCase")] };
  }
}

/** Of an uninstall entry the sweep gives the name alone; everything else is looked up. */
function lowerProperty(name: string, context: LowerContext): PsExpression {
  switch (name) {
    case "name":
      return member(ENTRY, "DisplayName");
    case "view":
      return member(ENTRY, "View");
    case "publisher":
      return call(context, "Read-EntryValue", psPositional(ENTRY), psPositional(text("Publisher")));
    case "version":
      return call(context, "Read-EntryVersion", psPositional(ENTRY));
    case "upgrade_code":
      return call(context, "Find-UpgradeCode", psPositional(ENTRY));
    default:
      return member(call(context, "ConvertTo-Package", psPositional(ENTRY)), toPascalCase(name));
  }
}

function member(object: PsExpression, name: string): PsExpression {
  return { kind: "member", object, name };
}

/** What is done about the services that a package brings, when it is forgotten (`$_`): those whose names the script knows. */
function lowerForgottenServices({ presence, means, provides }: PlanEnsure, context: LowerContext): PsNamedArgument[] {
  if (presence !== "absent" || !means.some(({ name }) => name === "forget")) return [];
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
