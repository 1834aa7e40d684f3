import type { AssignNode, BinaryNode, Expression, PipelineNode, Place } from "../syntax/ast.ts";
import { ALWAYS, and, not, or } from "./conditions.ts";
import type { Condition, Constant } from "./conditions.ts";
import { compareConstants, formatText } from "./operators.ts";
import { callCommand } from "./commands.ts";
import { callMethod, callStatic, readStatic } from "./members.ts";
import { isLive, leave, unknownCondition } from "./run.ts";
import type { Run } from "./run.ts";
import { capture, evaluateStatement, runStatements } from "./statements.ts";
import { FALSE, NOTHING, TRUE, choose, constant, textOf, truthOf, unknown } from "./values.ts";
import type { Value } from "./values.ts";

/** Variables of the environment that a path of the language may begin with. */
const KEPT_VARIABLES: Readonly<Record<string, string>> = {
  programfiles: "%ProgramFiles%",
  "programfiles(x86)": "%ProgramFiles(x86)%",
  programw6432: "%ProgramFiles%",
  programdata: "%ProgramData%",
  allusersprofile: "%ProgramData%",
  systemroot: "%SystemRoot%",
  windir: "%SystemRoot%",
  systemdrive: "%SystemDrive%",
  public: "%Public%",
  commonprogramfiles: "%CommonProgramFiles%",
};

export function evaluatePipeline(run: Run, pipeline: PipelineNode, isStatement: boolean): Value {
  let value: Value | undefined;
  for (const element of pipeline.elements) {
    const isLast = element === pipeline.elements.at(-1);
    value = element.kind === "command" ? callCommand(run, element, value, isStatement && isLast) : evaluateExpression(run, element);
    if (!isLive(run)) return NOTHING;
  }
  return value ?? NOTHING;
}

/** When a value that stands as a condition is true; what nobody understands is told by its text. */
export function toCondition(run: Run, value: Value, place: Place): Condition {
  return truthOf(value) ?? unknownCondition(run, place);
}

export function evaluateExpression(run: Run, node: Expression): Value {
  switch (node.kind) {
    case "text": {
      const parts = node.parts.map((part) => (typeof part === "string" ? constant(part) : evaluateExpression(run, part)));
      return concatenate(parts);
    }
    case "number":
      return constant(node.value);
    case "variable":
      return readVariable(run, node.name);
    case "list":
      return { kind: "list", items: node.items.map((item) => evaluateExpression(run, item)) };
    case "group": {
      const [only] = node.body;
      const value = node.body.length === 1 && only ? evaluateStatement(run, only) : capture(run, () => runStatements(run, node.body));
      if (node.sort !== "@(") return value;
      return value.kind === "list" || value.kind === "object" || value.kind === "unknown" || value.kind === "choice"
        ? value
        : { kind: "list", items: value === NOTHING ? [] : [value] };
    }
    case "hash":
      return {
        kind: "map",
        entries: new Map(
          node.entries.map(({ key, value }) => [(textOf(evaluateExpression(run, key)) ?? "").toLowerCase(), evaluateStatement(run, value)]),
        ),
      };
    case "block":
      return { kind: "block", block: node };
    case "unary":
      return evaluateUnary(run, node.operator, node.value);
    case "binary":
      return evaluateBinary(run, node);
    case "type":
      return node.value === undefined ? unknown("a type") : cast(node.name, evaluateExpression(run, node.value));
    case "index":
      return evaluateIndex(run, evaluateExpression(run, node.target), evaluateExpression(run, node.index));
    case "member": {
      const written = textOf(evaluateExpression(run, node.name)) ?? "";
      const name = written.toLowerCase();
      if (node.isStatic && node.target.kind === "type") {
        const args = node.args?.map((arg) => evaluateExpression(run, arg));
        return args === undefined ? readStatic(node.target.name, name) : callStatic(run, node.target.name, name, args, node);
      }
      const target = evaluateExpression(run, node.target);
      if (node.args !== undefined)
        return callMethod(
          run,
          target,
          name,
          node.args.map((arg) => evaluateExpression(run, arg)),
          node,
        );
      return readMember(run, target, written, node);
    }
  }
}

function readVariable(run: Run, name: string): Value {
  if (name === "true") return TRUE;
  if (name === "false") return FALSE;
  if (name === "null") return NOTHING;
  const value = run.variables.get(name);
  if (value) return value;
  if (name.startsWith("env:")) {
    const kept = KEPT_VARIABLES[name.slice(4)];
    return kept === undefined ? unknown(`$${name}`) : constant(kept);
  }
  return name === "_" || name === "psitem" || name === "error" || name === "lastexitcode" || name === "?"
    ? unknown(`$${name}`)
    : NOTHING_ASSIGNED;
}

/** A variable that nobody has assigned: PowerShell reads it as nothing, but a test of it means something else than its author thought. */
const NOTHING_ASSIGNED = NOTHING;

/** Texts put together; a choice among them is one of the whole. */
export function concatenate(parts: readonly Value[]): Value {
  const at = parts.findIndex((part) => part.kind === "choice");
  const found = parts[at];
  if (found?.kind === "choice") {
    const withPart = (part: Value): Value => concatenate(parts.map((other, i) => (i === at ? part : other)));
    return parts.length > 6 ? unknown("a text of many parts") : choose(found.condition, withPart(found.yes), withPart(found.no));
  }
  const texts = parts.map((part) =>
    part === NOTHING || (part.kind === "constant" && part.value === null) ? "" : part.kind === "list" ? listText(part.items) : textOf(part),
  );
  if (texts.every((text) => text !== undefined)) return constant(texts.join(""));
  // A program in a folder that only the device knows is that program all the same.
  const last = texts.at(-1);
  return last !== undefined && /\\[\w.-]+\.exe$/i.test(last)
    ? constant(`\ue003${last}`)
    : unknown("a text that is known on the device only");
}

function listText(items: readonly Value[]): string | undefined {
  const texts = items.map(textOf);
  return texts.every((text) => text !== undefined) ? texts.join(" ") : undefined;
}

export function readMember(run: Run, target: Value, written: string, place: Place): Value {
  const name = written.toLowerCase();
  switch (target.kind) {
    case "map":
      return (
        target.entries.get(name) ??
        (name === "count"
          ? constant(target.entries.size)
          : name === "keys"
            ? { kind: "list", items: [...target.entries.keys()].map(constant) }
            : NOTHING)
      );
    case "list":
      if (name === "count" || name === "length") return countOf(target.items);
      return target.items.length === 1 && target.items[0]
        ? readMember(run, target.items[0], written, place)
        : { kind: "list", items: target.items.map((item) => readMember(run, item, written, place)) };
    case "object":
      if (name === "count" || name === "length") return choose(target.exists, constant(1), constant(0));
      return target.get?.(name, place, written) ?? unknown(`the property '${name}'`);
    case "choice":
      return choose(target.condition, readMember(run, target.yes, written, place), readMember(run, target.no, written, place));
    case "constant":
      if (/^(?:path|fullname|source|definition|providerpath)$/.test(name) && typeof target.value === "string") return target;
      if (name === "length" && typeof target.value === "string") return constant(target.value.length);
      if (name === "count") return constant(target.value === null ? 0 : 1);
      return target.value === null ? NOTHING : unknown(`the property '${name}'`);
    case "data":
      return name === "count" || name === "length"
        ? choose(target.exists, constant(1), constant(0))
        : name === "value" || name === "value__"
          ? target
          : unknown(`the property '${name}'`);
    default:
      return unknown(`the property '${name}'`);
  }
}

/** How many elements a list has, each of which may be there or not. */
function countOf(items: readonly Value[]): Value {
  let count: Value = constant(0);
  for (const item of items) {
    const isThere = item.kind === "object" || item.kind === "data" ? item.exists : ALWAYS;
    count = add(count, choose(isThere, constant(1), constant(0)));
  }
  return count;
}

function evaluateIndex(run: Run, target: Value, index: Value): Value {
  const key = textOf(index);
  if (key === undefined) return unknown("an index");
  if (target.kind === "map") return target.entries.get(key.toLowerCase()) ?? NOTHING;
  if (target.kind === "list") return target.items.at(Number(key)) ?? NOTHING;
  if (target.kind === "choice")
    return choose(target.condition, evaluateIndex(run, target.yes, index), evaluateIndex(run, target.no, index));
  if (target.kind === "object" || target.kind === "data" || target.kind === "constant")
    return key === "0" || key === "-1" ? target : unknown("an index");
  return unknown("an index");
}

function evaluateUnary(run: Run, operator: string, operand: Expression): Value {
  if (operator === "++" || operator === "--") {
    const next = add(evaluateExpression(run, operand), constant(operator === "++" ? 1 : -1));
    if (operand.kind === "variable") run.variables.set(operand.name, next);
    return NOTHING;
  }
  const value = evaluateExpression(run, operand);
  if (operator === "not") return { kind: "condition", condition: not(toCondition(run, value, operand)) };
  if (operator === "-" && value.kind === "constant") return constant(-Number(value.value));
  if (operator === "join" && value.kind === "list") return concatenate(value.items);
  return operator === "+" ? value : unknown(`the operator '${operator}'`);
}

function cast(type: string, value: Value): Value {
  if (value.kind === "choice") return choose(value.condition, cast(type, value.yes), cast(type, value.no));
  if (type === "bool" || type === "boolean") {
    const condition = truthOf(value);
    return condition ? { kind: "condition", condition } : value;
  }
  const text = textOf(value);
  if (text === undefined) return type === "void" ? NOTHING : value;
  if (/^u?int(?:16|32|64)?$|^u?long$|^double$|^decimal$/.test(type)) return Number.isNaN(Number(text)) ? value : constant(Number(text));
  if (type === "string") return constant(text);
  if (type === "char") return constant(Number.isInteger(Number(text)) ? String.fromCharCode(Number(text)) : text);
  return type === "void" ? NOTHING : value;
}

function evaluateBinary(run: Run, node: BinaryNode): Value {
  const { operator } = node;
  if (operator === "and" || operator === "or") {
    const left = toCondition(run, evaluateExpression(run, node.left), node.left);
    const right = toCondition(run, evaluateExpression(run, node.right), node.right);
    return { kind: "condition", condition: operator === "and" ? and(left, right) : or(left, right) };
  }
  const left = evaluateExpression(run, node.left);
  const right = evaluateExpression(run, node.right);
  if (operator === "+") return add(left, right);
  if (operator === "f") return formatText(left, right);
  if (operator === "join") return joinTexts(left, right);
  if (operator === "split" || operator === "replace") return changeText(operator, left, right);
  if (operator === "as") return left;
  if (operator === "..") return range(left, right);
  if ("-*/%".includes(operator) && left.kind === "constant" && right.kind === "constant")
    return constant(arithmetic(operator, Number(left.value), Number(right.value)));
  if (/^(?:bor|band|bxor|shl|shr)$/.test(operator))
    return left.kind === "constant" && right.kind === "constant" && operator === "bor"
      ? constant(Number(left.value) | Number(right.value))
      : unknown(`the operator '-${operator}'`);
  const condition = compare(operator, left, right, node);
  return { kind: "condition", condition: condition ?? unknownCondition(run, node) };
}

function arithmetic(operator: string, left: number, right: number): number {
  return operator === "-" ? left - right : operator === "*" ? left * right : operator === "/" ? left / right : left % right;
}

function range(left: Value, right: Value): Value {
  const from = Number(textOf(left));
  const to = Number(textOf(right));
  return to - from >= 0 && to - from < 200
    ? { kind: "list", items: Array.from({ length: to - from + 1 }, (_, i) => constant(from + i)) }
    : unknown("a range");
}

function joinTexts(left: Value, right: Value): Value {
  const between = textOf(right);
  const items = left.kind === "list" ? left.items.map(textOf) : [textOf(left)];
  return between !== undefined && items.every((item) => item !== undefined) ? constant(items.join(between)) : unknown("joined texts");
}

function changeText(operator: string, left: Value, right: Value): Value {
  const text = textOf(left);
  // The uninstall command of a package stays that, whatever is put into it.
  if (text?.includes("\ue001") === true) return left;
  const [from, to] = right.kind === "list" ? right.items.map(textOf) : [textOf(right), ""];
  // A pattern of plain signs only: what others mean is PowerShell's to say.
  if (text === undefined || from === undefined || /[.*+?^$()[\]{}|\\]/.test(from)) return unknown(`the operator '-${operator}'`);
  return operator === "split" ? { kind: "list", items: text.split(from).map(constant) } : constant(text.replaceAll(from, to ?? ""));
}

/** `left + right`; of a list one more element, of a choice each. */
export function add(left: Value, right: Value): Value {
  if (left.kind === "choice" && !(right.kind === "choice" && right.condition !== left.condition && depthOf(left) + depthOf(right) > 24))
    return choose(left.condition, add(left.yes, right), add(left.no, right));
  if (right.kind === "choice") return choose(right.condition, add(left, right.yes), add(left, right.no));
  if (left.kind === "list") return { kind: "list", items: [...left.items, ...(right.kind === "list" ? right.items : [right])] };
  if (left === NOTHING) return right;
  if (left.kind === "map" && right.kind === "map") return { kind: "map", entries: new Map([...left.entries, ...right.entries]) };
  if (left.kind === "constant" && typeof left.value === "number" && right.kind === "constant")
    return constant(left.value + Number(right.value));
  return concatenate([left, right]);
}

function depthOf(value: Value): number {
  return value.kind === "choice" ? 1 + Math.max(depthOf(value.yes), depthOf(value.no)) : 0;
}

const MIRRORED: Readonly<Record<string, string>> = {
  gt: "lt",
  lt: "gt",
  ge: "le",
  le: "ge",
  eq: "eq",
  ne: "ne",
  in: "contains",
  contains: "in",
  notin: "notcontains",
  notcontains: "notin",
};

/** What a comparison means; undefined where nobody can tell before it runs. */
export function compare(operator: string, left: Value, right: Value, place: Place): Condition | undefined {
  if (operator === "ne") return negate(compare("eq", left, right, place));
  if (operator === "notlike" || operator === "notmatch" || operator === "notin" || operator === "notcontains")
    return negate(compare(operator.slice(3), left, right, place));
  if (left.kind === "choice") return eitherWay(left, (value) => compare(operator, value, right, place));
  if (right.kind === "choice") return eitherWay(right, (value) => compare(operator, left, value, place));
  if (operator === "in" && right.kind === "list" && left.kind !== "list")
    return anyOf(right.items.map((item) => compare("eq", left, item, place)));
  if (operator === "contains" && left.kind === "list") return anyOf(left.items.map((item) => compare("eq", item, right, place)));
  if (left.kind === "constant" && right.kind === "constant") {
    const value = compareConstants(operator === "contains" || operator === "in" ? "eq" : operator, left.value, right.value);
    return value === undefined ? undefined : value ? ALWAYS : not(ALWAYS);
  }
  if (left.kind === "condition" && right.kind === "constant" && operator === "eq") return asBoolean(left.condition, right.value);
  if ((left.kind === "data" || left.kind === "object") && right.kind === "constant" && right.value === null && operator === "eq")
    return not(left.exists);
  if (left.kind === "list" && right.kind === "constant" && right.value === null && operator === "eq") return negate(truthOf(left));
  if (left.kind === "data" && right.kind === "constant") return left.compare(operator, right.value, place);
  if (left.kind === "constant" || left.kind === "map")
    return MIRRORED[operator] === undefined || right.kind === "constant" || right.kind === "list" || right.kind === "map"
      ? undefined
      : compare(MIRRORED[operator], right, left, place);
  if (left.kind === "object" && left.isPrinted === true && /^(?:match|like|contains)$/.test(operator)) return left.exists;
  if (left.kind === "object" && right.kind === "constant" && operator === "eq" && typeof right.value === "boolean")
    return asBoolean(left.exists, right.value);
  return undefined;
}

function asBoolean(condition: Condition, value: Constant): Condition | undefined {
  if (typeof value === "boolean") return value ? condition : not(condition);
  if (value === null) return not(ALWAYS);
  return /^true$/i.test(String(value)) || value === 1
    ? condition
    : /^false$/i.test(String(value)) || value === 0
      ? not(condition)
      : undefined;
}

function negate(condition: Condition | undefined): Condition | undefined {
  return condition && not(condition);
}

function anyOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  return conditions.every((condition) => condition !== undefined) ? or(...conditions) : undefined;
}

function eitherWay(value: Extract<Value, { kind: "choice" }>, test: (value: Value) => Condition | undefined): Condition | undefined {
  const yes = test(value.yes);
  const no = test(value.no);
  return yes && no ? or(and(value.condition, yes), and(not(value.condition), no)) : undefined;
}

/** `$x = …`, `$x += …`, `$x.y = …`. */
export function assign(run: Run, { target, operator, value, start, end }: AssignNode): void {
  let given: Value = evaluateStatement(run, value);
  const place = target.kind === "type" ? target.value : target;
  if (!place) return;
  if (target.kind === "type" && target.value) given = cast(target.name, given);
  if (place.kind === "variable") {
    if (operator === "+=") given = add(run.variables.get(place.name) ?? NOTHING, given);
    else if (operator === "-=")
      given = add(
        run.variables.get(place.name) ?? NOTHING,
        given.kind === "constant" ? constant(-Number(given.value)) : unknown("a difference"),
      );
    run.variables.set(place.name, given);
  } else if (place.kind === "index" || (place.kind === "member" && !place.isStatic))
    assignPart(run, place.target, textOf(evaluateExpression(run, place.kind === "index" ? place.index : place.name)), given, {
      start,
      end,
    });
}

function assignPart(run: Run, holder: Expression, key: string | undefined, given: Value, place: Place): void {
  const held = holder.kind === "variable" ? run.variables.get(holder.name) : undefined;
  if (holder.kind !== "variable" || key === undefined) return;
  if (held?.kind === "map")
    run.variables.set(holder.name, { kind: "map", entries: new Map([...held.entries, [key.toLowerCase(), given]]) });
  else if (held?.kind === "object" || held?.kind === "unknown") {
    const isDone = held.kind === "object" && held.call?.(`set_${key.toLowerCase()}`, [given], place) !== undefined;
    if (!isDone) leave(run, `it sets '${key}' of something that is known on the device only`, place);
  }
}
