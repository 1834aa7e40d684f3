import type { Place } from "../syntax/ast.ts";
import { statics } from "./commands.ts";
import { compare } from "./expressions.ts";
import { joinPath } from "./operators.ts";
import { leave, unknownCondition } from "./run.ts";
import type { Run } from "./run.ts";
import { NOTHING, choose, constant, textOf, unknown } from "./values.ts";
import type { Value } from "./values.ts";

/** Members of enumerations whose names scripts write as `[Type]::Name`: the name is as good as the number. */
export function readStatic(type: string, name: string): Value {
  if (type === "string" && name === "empty") return constant("");
  if (type === "environment" && name === "is64bitoperatingsystem") return constant(true);
  if (type === "environment" && name === "is64bitprocess") return constant(true);
  if (/registryvaluekind$|registryview$|registryhive$|environmentvariabletarget$|servicestartmode$|servicecontrollerstatus$/.test(type))
    return constant(name);
  if (/win32\.registry$/.test(type)) return constant(name === "localmachine" ? "HKLM:" : name === "currentuser" ? "HKCU:" : name);
  return unknown(`[${type}]::${name}`);
}

export function callStatic(run: Run, type: string, name: string, args: readonly Value[], place: Place): Value {
  if (type === "string" && (name === "isnullorempty" || name === "isnullorwhitespace") && args[0]) {
    const [value] = args;
    const missing = compare("eq", value, NOTHING, place);
    const empty = compare("eq", value, constant(""), place);
    if (value.kind === "constant") return constant((textOf(value) ?? "").trim() === "");
    return { kind: "condition", condition: missing ?? empty ?? unknownCondition(run, place) };
  }
  if (type === "io.path" && name === "combine") {
    const texts = args.map(textOf);
    return texts.every((text) => text !== undefined)
      ? constant(texts.reduce((path, part) => (path === "" ? part : joinPath(path, part)), ""))
      : unknown("a path");
  }
  if (/^(?:version|string)$/.test(type) && (name === "new" || name === "parse")) return args[0] ?? NOTHING;
  for (const read of statics.get(`${type}::${name}`) ?? []) {
    const value = read(args, run, place);
    if (value) return value;
  }
  // What computes or asks changes nothing.
  if (
    /^(?:math|regex|datetime|guid|convert|environment|enum|io\.path|security\.principal\.\w+|timespan|text\.encoding|string|array|int32|int)$/.test(
      type,
    ) &&
    !/^set/.test(name)
  )
    return unknown(`[${type}]::${name}`);
  leave(run, `no kind knows '[${type}]::${name}'`, place);
  return unknown(`[${type}]::${name}`);
}

export function callMethod(run: Run, target: Value, name: string, args: readonly Value[], place: Place): Value {
  if (target.kind === "choice")
    return choose(target.condition, callMethod(run, target.yes, name, args, place), callMethod(run, target.no, name, args, place));
  if (target.kind === "object") {
    const value = target.call?.(name, args, place);
    if (value) return value;
  }
  if (/^(?:tostring|trim|trimend|trimstart)$/.test(name) && args.length <= 1)
    return target.kind === "constant" && typeof target.value === "string" ? constant(target.value.trim()) : target;
  if (target.kind === "constant" && typeof target.value === "string") {
    if (name === "tolower" || name === "toupper")
      return constant(name === "tolower" ? target.value.toLowerCase() : target.value.toUpperCase());
    const other = textOf(args[0]);
    if (name === "replace" && other !== undefined) return constant(target.value.replaceAll(other, textOf(args[1]) ?? ""));
    if (name === "startswith" && other !== undefined) return constant(target.value.toLowerCase().startsWith(other.toLowerCase()));
    if (name === "contains" && other !== undefined) return constant(target.value.includes(other));
  }
  if (target.kind === "data" && /^(?:equals|tolower|toupper)$/.test(name)) {
    if (name !== "equals") return target;
    const other = args[0];
    return {
      kind: "condition",
      condition: (other?.kind === "constant" ? target.compare("eq", other.value, place) : undefined) ?? unknownCondition(run, place),
    };
  }
  if (target.kind === "list" && name === "contains" && args[0])
    return { kind: "condition", condition: compare("contains", target, args[0], place) ?? unknownCondition(run, place) };
  // A list or a table that a script fills for itself.
  if (target.kind === "list" || target.kind === "map") return NOTHING;
  if (
    /^(?:get|is|to|contains|startswith|endswith|split|replace|substring|indexof|matches|match|equals|compareto|add(?:days|hours|minutes)|dispose|close|waitforstatus|refresh|waitforexit|next|count)/.test(
      name,
    )
  )
    return unknown(`the method '${name}'`);
  leave(run, `what '${name}' does is known on the device only`, place);
  return unknown(`the method '${name}'`);
}
