import type { Value } from "../../checker/value.ts";
import type { PlanEnsure, PlanProperty, PlanResource } from "../../plan/plan.ts";
import type { PsArgument, PsCommand, PsExpression, PsNamedArgument } from "../../powershell/ast.ts";
import { psLiteral, psNamed, psPositional, psSwitch } from "../../powershell/ast.ts";
import { integerLiteral, nullLiteral } from "../../powershell/literals.ts";
import { call, text } from "../../powershell/lower/context.ts";
import type { LowerContext } from "../../powershell/lower/context.ts";
import { lowerAs } from "../../powershell/lower/expressions.ts";
import type { KindCalls, KindLowering } from "../../powershell/lower/kind-lowering.ts";
import { lowerResourceArguments } from "../../powershell/lower/resources.ts";
import { toPascalCase } from "../catalog/names.ts";

export const lowering: KindLowering = { ensure: lowerRegistryValue, exists: lowerRegistryExistence, read: lowerRegistryRead };

/**
 * What an `ensure` of a registry value calls whose key, type and data are known when compiling: a test for that type alone, what writes it, and what stands in its way. Undefined
 * for all others, and in a loop over people, where HKCU is another hive for each: there the general functions split the key on the device.
 */
function lowerRegistryValue(ensure: PlanEnsure, context: LowerContext): KindCalls | undefined {
  if (ensure.means.some(({ name }) => name === "secret")) return lowerSecret(ensure, context);
  if (ensure.states.some(({ name }) => name === "has_bits" || name === "lacks_bits")) return lowerBits(ensure, context);
  if (ensure.presence === "absent" || context.loops.some((loop) => loop.profile)) return undefined;
  const key = findKey(ensure.resource);
  const data = findConstant(ensure.states, "data");
  if (!key || !data) return undefined;
  const type = findConstant(ensure.states, "type");
  const typeWord = type?.kind === "enum" ? type.member : undefined;
  if (ensure.states.some(({ name }) => name === "type") && typeWord === undefined) return undefined;
  const number = findNumber(data);
  // Texts are what keys have as their default values.
  if (number !== undefined && key.name !== "" && (typeWord === undefined || typeWord === "dword")) {
    const unsigned = number < 0 ? number + 2 ** 32 : number;
    const signed = number > 2 ** 31 - 1 ? number - 2 ** 32 : number;
    const test = psPositional(psLiteral(integerLiteral(unsigned)));
    return lowerCalls(key, "Test-RegistryDword", [test], "DWord", signed, context);
  }
  if (data.kind === "string" && (typeWord === undefined || typeWord === "string" || typeWord === "expand_string")) {
    const expandable = typeWord === "expand_string";
    const test = [psPositional(text(data.value)), ...(expandable ? [psSwitch("Expandable")] : [])];
    return lowerCalls(key, "Test-RegistryString", test, expandable ? "ExpandString" : "String", data.value, context);
  }
  return undefined;
}

/** `has_bits`, `lacks_bits`: functions of their own, which read the number that the bits belong to. */
function lowerBits({ resource, states }: PlanEnsure, context: LowerContext): KindCalls {
  const named = [
    ...lowerResourceArguments(resource, context),
    ...states.map(({ name, value, type }) => psNamed(toPascalCase(name), lowerAs(value, type, context))),
  ];
  const one = (name: string): PsCommand[] => [call(context, name, ...named)];
  if (!context.repairs) return { tests: one("Test-RegistryBits"), fixes: [], blockers: [] };
  return { tests: one("Test-RegistryBits"), fixes: one("Repair-RegistryBits"), blockers: one("Find-RegistryBitsBlocker") };
}

/** `secret`: functions of their own, of which the test is told nothing of it, not even where it is. */
function lowerSecret({ resource, states, means }: PlanEnsure, context: LowerContext): KindCalls {
  const named = (properties: readonly PlanProperty[]): PsNamedArgument[] =>
    properties.map(({ name, value, type }) => psNamed(toPascalCase(name), lowerAs(value, type, context)));
  const place = [...lowerResourceArguments(resource, context), ...named(states)];
  const tests = [call(context, "Test-RegistryValueSecret", ...place)];
  if (!context.repairs) return { tests, fixes: [], blockers: [] };
  const whole = [...place, ...named(means)];
  return {
    tests,
    fixes: [call(context, "Repair-RegistryValueSecret", ...whole)],
    blockers: [call(context, "Find-RegistryValueSecretBlocker", ...whole)],
  };
}

/** Whether a registry value is there whose key is known when compiling: the platform's read, without the general one around it. */
function lowerRegistryExistence(resource: PlanResource, context: LowerContext): PsExpression | undefined {
  const value = lowerKnownKey(resource, "Get-RegistryValue", context);
  return value && { kind: "binary", operator: "-ne", left: psLiteral(nullLiteral), right: value };
}

/** The data of a registry value whose key is known when compiling: the key need not be taken apart on the device. */
function lowerRegistryRead(resource: PlanResource, property: string, context: LowerContext): PsExpression | undefined {
  return property === "data" ? lowerKnownKey(resource, "Read-RegistryData", context) : undefined;
}

/** A call of a function that takes hive, path, name and view. */
function lowerKnownKey(resource: PlanResource, name: string, context: LowerContext): PsExpression | undefined {
  if (resource.resourceKind !== "registry_value" || context.loops.some((loop) => loop.profile)) return undefined;
  const key = findKey(resource);
  if (!key) return undefined;
  const narrow = key.view === 32 ? [psNamed("View", psLiteral(integerLiteral(32)))] : [];
  return call(context, name, ...[key.hive, key.path, key.name].map((one) => psPositional(text(one))), ...narrow);
}

interface RegistryKey {
  readonly hive: string;
  readonly path: string;
  readonly name: string;
  readonly view: number;
}

function lowerCalls(
  { hive, path, name, view }: RegistryKey,
  testName: string,
  testArguments: readonly PsArgument[],
  kind: string,
  data: number | string,
  context: LowerContext,
): KindCalls {
  const narrow = view === 32 ? [psNamed("View", psLiteral(integerLiteral(32)))] : [];
  const test = call(context, testName, ...[hive, path, name].map((one) => psPositional(text(one))), ...testArguments, ...narrow);
  if (!context.repairs) return { tests: [test], fixes: [], blockers: [] };
  const literal = typeof data === "number" ? psLiteral(integerLiteral(data)) : text(data);
  const written = [text(hive), text(path), text(name), text(kind), literal].map(psPositional);
  const fix = call(context, "Write-RegistryData", ...written, ...narrow);
  const place = [hive, path].map((one) => psPositional(text(one)));
  // The policy of the user who runs the script guards itself: its keys cannot be written.
  const blocker =
    hive === "HKLM"
      ? call(context, "Find-RegistryBlocker", ...place, ...[text(name), text(`${kind} ${data}`)].map(psPositional), ...narrow)
      : call(context, "Find-RegistryWriteBlocker", ...place, ...narrow);
  const calls = { tests: [test], fixes: [fix], blockers: [blocker] };
  if (hive !== "HKLM" || typeof data !== "number" || data < 0) return calls;
  const whole = [...[text(path), text(name), literal].map(psPositional), ...narrow];
  return { ...calls, whole: { name: "Confirm-MachineDword", arguments: whole } };
}

/** The hives of the machine and of who runs the script; which person a key below HKEY_USERS belongs to, whose policy counts, the general functions find out. */
const HIVES: { readonly [root: string]: string } = { hklm: "HKLM", hkey_local_machine: "HKLM", hkcu: "HKCU", hkey_current_user: "HKCU" };

function findKey(resource: PlanResource): RegistryKey | undefined {
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
