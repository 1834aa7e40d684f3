import type { CommandNode, Expression, Place } from "../syntax/ast.ts";
import type { Call } from "../idiom.ts";
import type { Run } from "./run.ts";
import { evaluateExpression } from "./expressions.ts";
import { TRUE, textOf } from "./values.ts";
import type { Value } from "./values.ts";

/** Parameters that take no value, whatever stands behind them. */
const SWITCHES: ReadonlySet<string> = new Set(
  "force recurse wait passthru nonewwindow allusers online norestart all whatif verbose raw usenewenvironment asplaintext silent includeuserinfo nonewline append noclobber confirm debug leaf parent unique simplematch quiet list notmatch allmatches includeallsubfeature includemanagementtools listavailable passwordneverexpires usermaynotchangepassword nopassword accountneverexpires descending autosize wrap usebasicparsing runas asjob hidden directory file allmatchingpackages bundle nowait".split(
    " ",
  ),
);

const ALIASES: Readonly<Record<string, string>> = {
  ea: "erroraction",
  wa: "warningaction",
  literalpath: "path",
  pspath: "path",
  lp: "path",
  filepath: "filepath",
  propertytype: "type",
  servicename: "name",
  startuptype: "startuptype",
  st: "startuptype",
  args: "argumentlist",
  ov: "outvariable",
};

/** Binds the arguments of a command to names. */
export function bindCall(run: Run, node: CommandNode, name: string, input: Value | undefined): Call {
  const named = new Map<string, Value>();
  const positional: Value[] = [];
  const { args } = node;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (!arg) break;
    if (arg.kind === "value") {
      const value = evaluateExpression(run, arg.value);
      if (arg.value.kind === "variable" && arg.value.splatted && value.kind === "map")
        for (const [key, entry] of value.entries) named.set(ALIASES[key] ?? key, entry);
      else positional.push(value);
      continue;
    }
    const parameter = ALIASES[arg.name] ?? arg.name;
    const next = args[i + 1];
    if (arg.value) named.set(parameter, evaluateExpression(run, arg.value));
    else if (!SWITCHES.has(parameter) && next?.kind === "value" && !isSplat(next.value)) {
      named.set(parameter, evaluateExpression(run, next.value));
      i++;
    } else named.set(parameter, TRUE);
  }
  return { run, name, place: node, input, named, positional };
}

function isSplat(value: Expression): boolean {
  return value.kind === "variable" && value.splatted;
}

/** An argument by one of its names, else by its place among those without. */
export function valueOf(call: Call, names: readonly string[], position?: number): Value | undefined {
  for (const name of names) {
    const value = call.named.get(name);
    if (value) return value;
    // A name may be shortened.
    for (const [given, shortened] of call.named) if (given.length > 1 && name.startsWith(given) && !SWITCHES.has(given)) return shortened;
  }
  return position === undefined ? undefined : call.positional[position];
}

export function argumentText(call: Call, names: readonly string[], position?: number): string | undefined {
  return textOf(valueOf(call, names, position));
}

/** Whether a switch is given, and not as `-Force:$false`. */
export function hasSwitch(call: Call, name: string): boolean {
  const value = call.named.get(name);
  return value !== undefined && !(value.kind === "constant" && value.value === false);
}

/** Whether an error of the command ends the statement. */
export function stopsOnError(call: Call): boolean {
  const action = argumentText(call, ["erroraction"]) ?? textOf(call.run.variables.get("erroractionpreference")) ?? "";
  return /^(?:stop|1)$/i.test(action);
}

export function textAt(run: Run, place: Place): string {
  return run.script.text.slice(place.start, place.end);
}
