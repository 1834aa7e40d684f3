import type { CommandNode, Place } from "../syntax/ast.ts";
import { idioms } from "../../generated/importer-idioms.ts";
import type { Call, Idiom } from "../idiom.ts";
import { ALIASES } from "./aliases.ts";
import { builtins } from "./builtins.ts";
import { argumentText, bindCall, valueOf } from "./call.ts";
import { splitCommandLine } from "./command-line.ts";
import { evaluateExpression } from "./expressions.ts";
import { isLive, leave } from "./run.ts";
import type { Run } from "./run.ts";
import { runBody } from "./statements.ts";
import { NOTHING, choose, constant, textOf, textsOf, truthOf, unknown } from "./values.ts";
import type { Value } from "./values.ts";

const commands = gather("commands");
const programs = gather("programs");
export const statics = gather("statics");

function gather<K extends keyof Idiom>(part: K): ReadonlyMap<string, NonNullable<Idiom[K]>[string][]> {
  const all = new Map<string, NonNullable<Idiom[K]>[string][]>();
  for (const idiom of idioms)
    for (const [name, read] of Object.entries(idiom[part] ?? {}))
      all.set(name, [...(all.get(name) ?? []), read as NonNullable<Idiom[K]>[string]]);
  return all;
}

/** Commands by verbs that change nothing, or nothing that anybody keeps: their statements are passed over. */
const HARMLESS =
  /^(?:write|out|format|measure|select|sort|group|compare|convertto|convertfrom|test|get|find|resolve|split|join|import|start-transcript|stop-transcript|start-sleep|wait|push|pop|set-location|set-strictmode|set-variable|new-variable|clear-variable|remove-variable|new-timespan|new-object|set-executionpolicy|new-eventlog|clear-host|set-psdebug|update-typedata|add-type|trace|tee-object|new-guid|show|read|limit-eventlog|receive-job|remove-module)(?:-|$)/;

/** A function that writes a log, by its name: what it does is no part of what a pair is for. */
const LOGGING = /log|transcript|write-?(?:host|msg|message|output|info|error|status|toast)/i;

/** Calls a command: a function of the script, an idiom, a program; what nobody knows is left over where it may change something. */
export function callCommand(run: Run, node: CommandNode, input: Value | undefined, isStatement: boolean): Value {
  const written = nameIn(evaluateExpression(run, node.name));
  if (node.name.kind === "block" || written === undefined) {
    const value = evaluateExpression(run, node.name);
    if (value.kind === "block") return runBody(run, value.block.body, new Map());
    if (isStatement) leave(run, "which command it calls is known on the device only", node);
    return unknown("a command");
  }
  const name = ALIASES[written.toLowerCase()] ?? written.toLowerCase();
  const own = run.functions.get(name);
  const call = bindCall(run, node, name, input);
  if (own)
    return LOGGING.test(name) && !/test|detect|get/i.test(name) ? NOTHING : runBody(run, own.body, bindParameters(run, own.params, call));
  return callKnown(call, isStatement) ?? callProgram(call, isStatement);
}

/** A command's name; where it depends on the device, the way on which it is known. */
function nameIn(value: Value): string | undefined {
  return value.kind === "choice" ? (nameIn(value.yes) ?? nameIn(value.no)) : textOf(value);
}

function bindParameters(
  run: Run,
  params: readonly { name: string; value: Parameters<typeof evaluateExpression>[1] | undefined }[],
  call: Call,
): Map<string, Value> {
  const bound = new Map<string, Value>();
  let position = 0;
  for (const { name, value } of params) {
    const given = valueOf(call, [name]) ?? call.positional[position++];
    bound.set(name, given ?? (value ? evaluateExpression(run, value) : NOTHING));
  }
  bound.set("args", { kind: "list", items: call.positional });
  return bound;
}

function callKnown(call: Call, isStatement: boolean): Value | undefined {
  const { run, name, place } = call;
  const builtin = builtins[name];
  if (builtin) return builtin(call) ?? unknown(name);
  for (const read of commands.get(name) ?? []) {
    const value = read(call);
    if (value) return value;
    if (!isLive(run)) return NOTHING;
  }
  if (name === "start-process") {
    const file = argumentText(call, ["filepath"], 0);
    const given = textsOf(valueOf(call, ["argumentlist"], 1));
    if (file === undefined) return undefined;
    const args =
      given === undefined && valueOf(call, ["argumentlist"], 1) !== undefined
        ? [undefined]
        : (given ?? []).flatMap((text) => splitCommandLine(text));
    return tryProgram(run, file, args, place) ?? leftProgram(call, file);
  }
  if (!/^[a-z]+-\w+$/.test(name)) return undefined;
  if (HARMLESS.test(name)) return isStatement || !isReading(name) ? NOTHING : unknown(name);
  leave(run, commands.has(name) ? `this form of '${name}' has no counterpart` : `no kind knows '${name}'`, place);
  return unknown(name);
}

function isReading(name: string): boolean {
  return /^(?:get|test|find|resolve|select|measure|compare|convertfrom|convertto|import|new-object|join|split|receive)-/.test(name);
}

function leftProgram(call: Call, file: string): Value {
  leave(call.run, `no kind knows what '${file.split(/[\\/]/).at(-1) ?? file}' does`, call.place);
  return unknown(file);
}

function callProgram(call: Call, isStatement: boolean): Value {
  const { run, name, place } = call;
  const words = run.script.text.slice(place.start, place.end);
  const node = place as CommandNode;
  const args = node.args.flatMap((arg): (string | undefined)[] => {
    if (arg.kind === "parameter") return [run.script.text.slice(arg.start, arg.end)];
    const value = evaluateExpression(run, arg.value);
    if (arg.value.kind === "text" && arg.value.bare && words.includes("--%")) return splitCommandLine(textOf(value) ?? "");
    return value.kind === "list" ? value.items.map(textOf) : [textOf(value)];
  });
  const value = tryProgram(run, name, args, place);
  if (value) return value;
  if (isStatement || !isKnownReader(name)) leave(run, `no kind knows what '${name}' does here`, place);
  return unknown(name);
}

function isKnownReader(name: string): boolean {
  return /(?:^|\\)(?:dsregcmd|whoami|hostname|ipconfig|systeminfo|quser|query|winget|sc|reg|schtasks|net|netsh|bcdedit|powercfg|w32tm|auditpol|manage-bde|fsutil|dism|where|tasklist)(?:\.exe)?$/i.test(
    name,
  );
}

/** A program by its name, whatever its folder; through `cmd /c` what stands behind it. */
function tryProgram(run: Run, file: string, args: readonly (string | undefined)[], place: Place): Value | undefined {
  const name = (file.split(/[\\/]/).at(-1) ?? "").toLowerCase().replace(/\.(?:exe|com|cmd)$/, "");
  if (name === "cmd") {
    const at = args.findIndex((arg) => /^\/[ck]$/i.test(arg ?? ""));
    const inner = args.slice(at + 1);
    const line = inner.length === 1 ? splitCommandLine(inner[0] ?? "") : inner;
    const end = line.findIndex((word) => /^[>&|]|^\d?>/.test(word ?? ""));
    const [program, ...rest] = end < 0 ? line : line.slice(0, end);
    return at < 0 || program === undefined ? undefined : tryProgram(run, program, rest, place);
  }
  for (const read of [...(programs.get("*") ?? []), ...(programs.get(name) ?? [])]) {
    const value = read({ run, name: read === programs.get("*")?.[0] ? file : name, place, args });
    if (!value) continue;
    // What a program that asks ends with says whether the thing is there.
    const isThere = value === NOTHING ? undefined : truthOf(value);
    run.variables.set("lastexitcode", isThere ? choose(isThere, constant(0), constant(1)) : constant(0));
    return value;
  }
  return undefined;
}
