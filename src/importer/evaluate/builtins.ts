import type { Call } from "../idiom.ts";
import { ALWAYS, NEVER, and } from "./conditions.ts";
import { argumentText, hasSwitch, valueOf } from "./call.ts";
import { compare, readMember } from "./expressions.ts";
import { joinPath } from "./operators.ts";
import { unknownCondition } from "./run.ts";
import { runBody, runForeach } from "./statements.ts";
import { NOTHING, choose, constant, textOf, truthOf, unknown } from "./values.ts";
import type { ObjectValue, Value } from "./values.ts";

/** Commands of PowerShell itself that compute, filter or say something. */
export const builtins: Readonly<Record<string, (call: Call) => Value | undefined>> = {
  "write-output": (call) =>
    call.positional.length === 1
      ? call.positional[0]?.kind === "constant" && typeof call.positional[0].value === "string"
        ? NOTHING
        : call.positional[0]
      : NOTHING,
  "write-host": () => NOTHING,
  "write-verbose": () => NOTHING,
  "write-warning": () => NOTHING,
  "write-error": () => NOTHING,
  "out-null": () => NOTHING,
  "out-string": (call) => call.input,
  "out-file": (call) => (isLog(argumentText(call, ["filepath", "path"], 0)) ? NOTHING : undefined),
  "set-variable": (call) => {
    const name = argumentText(call, ["name"], 0);
    if (name !== undefined) call.run.variables.set(name.toLowerCase(), valueOf(call, ["value"], 1) ?? NOTHING);
    return NOTHING;
  },
  "join-path": (call) => {
    const folder = argumentText(call, ["path"], 0);
    const name = argumentText(call, ["childpath"], 1);
    return folder === undefined || name === undefined ? unknown("a path") : constant(joinPath(folder, name));
  },
  "split-path": (call) => {
    const path = argumentText(call, ["path"], 0);
    if (path === undefined) return unknown("a path");
    const at = path.replace(/\\+$/, "").lastIndexOf("\\");
    return constant(hasSwitch(call, "leaf") ? path.slice(at + 1) : path.slice(0, Math.max(0, at)));
  },
  "resolve-path": programAt,
  "get-command": programAt,
  "where-object": filter,
  "foreach-object": eachOf,
  "select-object": (call) => {
    const property = argumentText(call, ["expandproperty"]);
    if (property !== undefined && call.input) return readMember(call.run, call.input, property, call.place);
    return call.input;
  },
  "sort-object": (call) => call.input,
  "measure-object": (call) =>
    call.input ? { kind: "map", entries: new Map([["count", readMember(call.run, call.input, "count", call.place)]]) } : undefined,
  "new-object": (call) =>
    /^(?:system\.)?(?:collections\.|psobject|pscustomobject)/i.test(argumentText(call, ["typename"], 0) ?? "")
      ? { kind: "list", items: [] }
      : undefined,
};

/** Where a program lies is for the device to say; which one it is stands in the call. */
function programAt(call: Call): Value | undefined {
  const path = argumentText(call, ["path", "name"], 0);
  if (path === undefined) return unknown("a path");
  return constant(/[*?]/.test(path) ? "\ue003" : path);
}

/** Whether a file is one that a script tells its doings to. */
export function isLog(path: string | undefined): boolean {
  return path !== undefined && /\.log$|\\logs?\\|transcript/i.test(path);
}

/** What a filter's block or its short form says of one element. */
function filter(call: Call): Value | undefined {
  const { input, run, place } = call;
  if (!input) return undefined;
  const test = (element: Value): Value => {
    const block = valueOf(call, ["filterscript"], 0);
    if (block?.kind === "block")
      return runBody(
        run,
        block.block.body,
        new Map([
          ["_", element],
          ["psitem", element],
        ]),
      );
    const property = argumentText(call, ["property"], 0);
    const operator = [...call.named.keys()].find((name) =>
      /^(?:eq|ne|like|notlike|match|notmatch|in|notin|contains|gt|ge|lt|le)$/.test(name),
    );
    if (property === undefined) return unknown("a filter");
    const member = readMember(run, element, property, place);
    if (operator === undefined) return member;
    const given = call.named.get(operator);
    const other = given && !(given.kind === "constant" && given.value === true) ? given : (call.positional[1] ?? NOTHING);
    return { kind: "condition", condition: compare(operator, member, other, place) ?? unknownCondition(run, place) };
  };
  if (input.kind === "list") {
    const kept = input.items.map((item) => ({ item, truth: truthOf(test(item)) }));
    if (kept.every(({ truth }) => truth?.op === "constant"))
      return { kind: "list", items: kept.flatMap(({ item, truth }) => (truth === ALWAYS ? [item] : [])) };
    return { kind: "list", items: kept.map(({ item, truth }) => narrowed(item, truth ?? unknownCondition(run, place))) };
  }
  if (input.kind === "choice") {
    const narrow = (value: Value): Value => filter({ ...call, input: value }) ?? unknown("a filter");
    return choose(input.condition, narrow(input.yes), narrow(input.no));
  }
  if (input.kind !== "object") return input;
  const condition = truthOf(test(input));
  if (!condition) return unknown("a filter");
  return input.where?.(condition) ?? narrowed(input, condition);
}

/** An element that counts only under a condition. */
function narrowed(item: Value, condition: NonNullable<ReturnType<typeof truthOf>>): Value {
  if (condition === ALWAYS) return item;
  if (condition === NEVER) return { kind: "object", exists: NEVER };
  if (item.kind === "object")
    return { ...item, exists: and(item.exists, condition), subject: undefined, where: undefined } as unknown as ObjectValue;
  return { kind: "object", exists: and(truthOf(item) ?? ALWAYS, condition) };
}

function eachOf(call: Call): Value | undefined {
  const { input, run } = call;
  const given = valueOf(call, ["process"], 0);
  if (!input || input === NOTHING) return NOTHING;
  if (given?.kind === "block") {
    const { body } = given.block;
    const before = run.frame.output;
    run.frame.output = [];
    const outer = run.variables.get("_");
    runForeach(run, "_", input, body);
    if (outer) run.variables.set("_", outer);
    const { output } = run.frame;
    run.frame.output = before;
    if (output.length === 0) return NOTHING;
    return output.length === 1 ? output[0]?.value : { kind: "list", items: output.map(({ value }) => value) };
  }
  const property = textOf(given ?? valueOf(call, ["membername"]));
  return property === undefined ? undefined : readMember(run, input, property, call.place);
}
