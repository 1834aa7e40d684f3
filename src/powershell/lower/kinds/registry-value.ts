import type { Value } from "../../../checker/value.ts";
import type { PlanEnsure, PlanProperty, PlanResource } from "../../../plan/plan.ts";
import type { PsCommand } from "../../ast.ts";
import { psLiteral, psNamed, psPositional, psSwitch } from "../../ast.ts";
import { integerLiteral } from "../../literals.ts";
import { call, text } from "../context.ts";
import type { LowerContext } from "../context.ts";

/**
 * The test of a registry value whose key, type and data are known when compiling: a function for that type alone. Undefined for all others, and in a loop over people, where HKCU
 * is another hive for each: there the general test splits the key on the device.
 */
export function lowerRegistryValueTest(ensure: PlanEnsure, context: LowerContext): PsCommand | undefined {
  if (ensure.presence === "absent" || context.loops.some((loop) => loop.profile)) return undefined;
  const key = findKey(ensure.resource);
  const data = findConstant(ensure.states, "data");
  if (!key || !data) return undefined;
  const type = findConstant(ensure.states, "type");
  const typeWord = type?.kind === "enum" ? type.member : undefined;
  if (ensure.states.some(({ name }) => name === "type") && typeWord === undefined) return undefined;
  const where = [text(key.hive), text(key.path), text(key.name)].map(psPositional);
  const view = key.view === 32 ? [psNamed("View", psLiteral(integerLiteral(32)))] : [];
  const number = findNumber(data);
  if (number !== undefined && (typeWord === undefined || typeWord === "dword")) {
    const unsigned = number < 0 ? number + 2 ** 32 : number;
    return call(context, "Test-RegistryDword", ...where, psPositional(psLiteral(integerLiteral(unsigned))), ...view);
  }
  if (data.kind === "string" && (typeWord === undefined || typeWord === "string" || typeWord === "expand_string")) {
    const expandable = typeWord === "expand_string" ? [psSwitch("Expandable")] : [];
    return call(context, "Test-RegistryString", ...where, psPositional(text(data.value)), ...expandable, ...view);
  }
  return undefined;
}

const HIVES: { readonly [root: string]: string } = {
  hklm: "HKLM",
  hkey_local_machine: "HKLM",
  hkcu: "HKCU",
  hkey_current_user: "HKCU",
  hku: "HKU",
  hkey_users: "HKU",
};

function findKey(
  resource: PlanResource,
): { readonly hive: string; readonly path: string; readonly name: string; readonly view: number } | undefined {
  if (resource.kind === "element") return undefined;
  const [key, name] = [findConstant(resource.keys, "key"), findConstant(resource.keys, "name")];
  if (key?.kind !== "string" || name?.kind !== "string") return undefined;
  const given = resource.keys.some((one) => one.name === "view");
  const view = given ? viewOf(findConstant(resource.keys, "view")) : 64;
  const separator = key.value.indexOf("\\");
  const hive = HIVES[key.value.slice(0, separator).toLowerCase()];
  if (separator < 0 || hive === undefined || view === undefined) return undefined;
  return { hive, path: key.value.slice(separator + 1).replace(/^\\+|\\+$/g, ""), name: name.value, view };
}

function viewOf(value: Value | undefined): number | undefined {
  if (value?.kind === "enum") return Number(value.member);
  return value?.kind === "int" ? value.value : undefined;
}

function findNumber(data: Value): number | undefined {
  if (data.kind === "bool") return data.value ? 1 : 0;
  return data.kind === "int" && data.value >= -(2 ** 31) && data.value < 2 ** 32 ? data.value : undefined;
}

function findConstant(properties: readonly PlanProperty[], name: string): Value | undefined {
  const found = properties.find((property) => property.name === name)?.value;
  return found?.kind === "constant" ? found.value : undefined;
}
