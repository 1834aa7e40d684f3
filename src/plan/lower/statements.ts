import { isAddress } from "../../checker/value-checks/path-texts.ts";
import { atPlace } from "../../diagnostics/limits.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { AddressPlace, CatalogType, ResourceKind } from "../../resources/catalog/model.ts";
import type { ActionNode, ActionStatement } from "../../syntax/actions.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { EntryNode, FormalNode, StateNode } from "../../syntax/file.ts";
import type {
  CheckNode,
  EachOf,
  EnsureNode,
  RebootNode,
  RequireNode,
  Statement,
  UseNode,
  WarnNode,
  WhenOf,
  WithOf,
} from "../../syntax/statements.ts";
import type {
  Origin,
  PlanAction,
  PlanCheck,
  PlanRoutine,
  PlanEach,
  PlanEnsure,
  PlanExpression,
  PlanGuard,
  PlanNode,
  PlanProperty,
  PlanReboot,
  PlanRequire,
  PlanResource,
  PlanVerb,
  PlanWarn,
  PlanWhen,
} from "../plan.ts";
import { collectChanges } from "../changes.ts";
import { collectOverReads, collectReads } from "../reads.ts";
import { constant, truthOf } from "../simplify.ts";
import { isAbsolutePath } from "./absolute-path.ts";
import { nextId, originOf, withBindings } from "./environment.ts";
import type { Environment, Lowered } from "./environment.ts";
import { lowerAny, lowerArgument, lowerResource, lowerValueExpression, toCatalogType } from "./expressions.ts";
import { lowerSelection } from "./loops.ts";
import { describeEnsure, spoken, spreadKeys } from "./resources.ts";

/** Statements of a step or a block inside it; `let` leaves nothing, `use` leaves the part's statements. */
export function lowerStatements(statements: readonly Statement[], environment: Environment): PlanNode[] {
  const nodes: PlanNode[] = [];
  for (const statement of statements)
    for (const node of atPlace(statement.span, () => lowerStatement(statement, environment))) nodes.push(node);
  return nodes;
}

function lowerStatement(statement: Statement, environment: Environment): PlanNode[] {
  switch (statement.kind) {
    case "let":
    case "on-failure":
      return [];
    case "ensure":
      return lowerLadders(statement, environment);
    case "require":
      return [lowerRequire(statement, environment)];
    case "warn":
      return [lowerWarn(statement, environment)];
    case "check":
      return [lowerCheck(statement, environment)];
    case "reboot":
      return [lowerReboot(statement, environment)];
    case "use":
      return lowerUse(statement, environment);
    case "when":
      return lowerWhen(
        statement,
        environment,
        (body, inner) => lowerStatements(body.statements, inner),
        (nodes) => keepBlock(nodes, originOf(statement.span, environment)),
      );
    case "each":
      return lowerEach(
        statement,
        environment,
        (body, inner) => lowerStatements(body.statements, inner),
        (nodes) => keepBlock(nodes, originOf(statement.span, environment)),
      );
    case "with":
      return [lowerWith(statement, environment, (body, inner) => lowerStatements(body.statements, inner))];
    default:
      return unreachable(statement);
  }
}

/** What is left of a folded `when` or of one turn of an unrolled `each`: still a block where a `require` blocks the rest of it (Semantics 4). */
function keepBlock(nodes: PlanNode[], origin: Origin): PlanNode[] {
  return nodes.some((node) => node.kind === "require") ? [{ kind: "with", resources: [], body: nodes, origin }] : nodes;
}

/** Statements of `fix` and `on failure`. */
export function lowerActionStatements(statements: readonly ActionStatement[], environment: Environment): PlanAction[] {
  return statements.flatMap((statement): PlanAction[] => {
    switch (statement.kind) {
      case "let":
        return [];
      case "require":
        return [lowerRequire(statement, environment)];
      case "ensure":
        return spreadKeys(lowerResource(statement.state.resource, environment), environment).map((resource) =>
          lowerEnsure(statement, resource, environment),
        );
      case "action":
        return [lowerVerb(statement, environment)];
      case "when":
        return lowerWhen(
          statement,
          environment,
          (body, inner) => lowerActionStatements(body.statements, inner),
          (nodes) => nodes,
        );
      case "each":
        return lowerEach(
          statement,
          environment,
          (body, inner) => lowerActionStatements(body.statements, inner),
          (nodes) => nodes,
        );
      case "with":
        return [lowerWith(statement, environment, (body, inner) => lowerActionStatements(body.statements, inner))];
      default:
        return unreachable(statement);
    }
  });
}

/** A condition with its text as written, on one line, and what it reads. */
export function lowerGuard(condition: Expression, environment: Environment): PlanGuard {
  const lowered = lowerValueExpression(condition, undefined, environment);
  return { condition: lowered, text: getSpanText(condition.span).replace(/\s+/g, " "), reads: collectReads(lowered) };
}

function lowerRequire(node: RequireNode, environment: Environment): PlanRequire {
  const guard = lowerGuard(node.condition, environment);
  return {
    kind: "require",
    id: nextId(environment.session),
    guard,
    message: lowerText(node.message, environment),
    origin: originOf(node.span, environment),
  };
}

function lowerWarn(node: WarnNode, environment: Environment): PlanWarn {
  const guard = lowerGuard(node.condition, environment);
  return {
    kind: "warn",
    id: nextId(environment.session),
    guard,
    message: lowerText(node.message, environment),
    origin: originOf(node.span, environment),
  };
}

function lowerReboot(node: RebootNode, environment: Environment): PlanReboot {
  const guard = lowerGuard(node.condition, environment);
  return { kind: "reboot", id: nextId(environment.session), guard, origin: originOf(node.span, environment) };
}

function lowerText(text: Expression, environment: Environment): PlanExpression {
  return lowerValueExpression(text, { kind: "string" }, environment);
}

function lowerCheck(node: CheckNode, environment: Environment): PlanCheck | PlanRoutine {
  const guard = node.condition && lowerGuard(node.condition, environment);
  const every = node.every && lowerValueExpression(node.every, { kind: "duration" }, environment);
  const id = nextId(environment.session);
  const title = lowerText(node.title, environment);
  const actions = lowerActionStatements(node.fix.statements, environment);
  const shared = { id, title, actions, changes: collectChanges(actions), origin: originOf(node.span, environment) };
  if (guard) return { kind: "check", ...shared, guard, every };
  if (every) return { kind: "routine", ...shared, every };
  throw new Error("a check has neither a condition nor 'every'");
}

/** An `ensure` of a step, for each resource that it names, with the block of its `else`, whose items are counted on behind it. */
function lowerLadders(node: EnsureNode, environment: Environment): PlanEnsure[] {
  return spreadKeys(lowerResource(node.state.resource, environment), environment).map((resource) => {
    const ensure = lowerEnsure(node, resource, environment);
    return node.otherwise ? { ...ensure, otherwise: lowerStatements(node.otherwise.statements, environment) } : ensure;
  });
}

function lowerEnsure(node: EnsureNode, resource: PlanResource, environment: Environment): PlanEnsure {
  const { state } = node;
  const states: PlanProperty[] = [];
  const means: PlanProperty[] = [];
  for (const { role, property } of lowerEntries(state.entries, environment)) {
    if (role === "state") states.push(property);
    else if (role === "means") means.push(property);
  }
  const provides: PlanResource[] = [];
  for (const entry of state.entries) if (entry.name.text === "provides") provides.push(...lowerResources(entry.value, environment));
  const presence = state.presence ?? "present";
  return {
    kind: "ensure",
    id: nextId(environment.session),
    label: describeEnsure(resource, presence, states, means, getStateKind(state, environment)),
    resource,
    presence,
    states,
    means,
    provides,
    otherwise: [],
    // Without its `else`, whose statements have places of their own.
    origin: originOf({ ...node.span, end: state.span.end }, environment),
    reads: collectOtherReads(resource, states, means),
  };
}

function resourceExpressions(resource: PlanResource): PlanExpression[] {
  const values: PlanExpression[] = [];
  if (resource.kind !== "named") return values;
  for (const key of resource.keys) values.push(key.value);
  for (const filter of resource.filters) values.push(filter.value);
  return values;
}

/** What naming the resource and its properties reads of other resources. */
function collectOtherReads(resource: PlanResource, states: readonly PlanProperty[], means: readonly PlanProperty[]): PlanResource[] {
  const values = resourceExpressions(resource);
  for (const property of states) values.push(property.value);
  for (const property of means) values.push(property.value);
  return collectReads(...values).filter((read) => read.identity !== resource.identity);
}

function getStateKind(state: StateNode, environment: Environment): ResourceKind {
  const kind = environment.session.program.stateKinds.get(state);
  if (!kind) throw new Error("the resource of a state block has no kind");
  return kind;
}

interface LoweredEntry {
  readonly role: "state" | "means" | "reading";
  readonly property: PlanProperty;
}

/** `provides` holds resources and is not lowered as a value. */
function lowerEntries(entries: readonly EntryNode[], environment: Environment): LoweredEntry[] {
  const lowered: LoweredEntry[] = [];
  for (const entry of entries) {
    const property = environment.session.program.entries.get(entry);
    if (!property || holdsResources(property.type)) continue;
    const { role, name, type } = property;
    const value = lowerValueExpression(entry.value, type, environment);
    const origin = originOf(entry.span, environment);
    lowered.push({ role, property: carryFile(separateAddress({ name, type, value, origin }, property.address), environment) });
  }
  return lowered;
}

/** An address that stands for a path becomes a means of its own, a text: nothing expands its `%20` or asks whether it is absolute. */
function separateAddress(property: PlanProperty, address: AddressPlace | undefined): PlanProperty {
  const { value } = property;
  const first = value.kind === "concatenate" ? value.parts[0] : value;
  const text = first?.kind === "constant" && (first.value.kind === "path" || first.value.kind === "string") ? first.value.value : "";
  if (!address || !isAddress(text)) return property;
  const type: CatalogType = { kind: "string" };
  const separate: PlanExpression = value.kind === "constant" ? { kind: "constant", value: { kind: "string", value: text }, type } : value;
  return { ...property, name: address.name, type, value: separate, address };
}

/** A relative `source` is a file beside the remedy, where the channel carries it beside the script. */
function carryFile(property: PlanProperty, { session }: Environment): PlanProperty {
  const { value } = property;
  if (!session.carriesFiles || property.name !== "source" || value.kind !== "constant" || value.value.kind !== "path") return property;
  if (isAbsolutePath(value.value.value)) return property;
  return { ...property, value: { kind: "carried", path: value.value.value.replaceAll("/", "\\"), origin: property.origin } };
}

function holdsResources(type: CatalogType): boolean {
  return type.kind === "resource" || (type.kind === "list" && holdsResources(type.element));
}

function lowerResources(expression: Expression, environment: Environment): readonly PlanResource[] {
  const lowered = lowerAny(expression, undefined, environment);
  const resources = lowered.kind === "resources" ? lowered.resources : lowered.kind === "resource" ? [lowered.resource] : [];
  return resources.flatMap((resource) => spreadKeys(resource, environment));
}

function lowerVerb(node: ActionNode, environment: Environment): PlanVerb {
  const resource = lowerResource(node.object, environment);
  const options = lowerEntries(node.entries, environment).map((entry) => entry.property);
  return {
    kind: "verb",
    verb: node.verb.text,
    resource,
    options,
    label: `${spoken(node.verb.text)} ${resource.label}`,
    origin: originOf(node.span, environment),
  };
}

/** A part's statements in the place of its `use`, its formals bound to the arguments as they are there. */
function lowerUse(node: UseNode, environment: Environment): PlanNode[] {
  const use = environment.session.program.uses.get(node);
  if (!use) throw new Error("a use was not resolved");
  const { part } = use;
  const bindings = part.formals.map((formal): readonly [object, Lowered] => {
    const argument = use.arguments.get(formal) ?? formal.defaultValue;
    if (!argument) return [formal, { kind: "value", expression: constant({ kind: "none" }) }];
    return [formal, lowerArgument(argument, formalType(formal, environment), environment)];
  });
  return lowerStatements(part.body.statements, { ...withBindings(environment, bindings), via: [...environment.via, node.span] });
}

function formalType(formal: FormalNode, environment: Environment): CatalogType | undefined {
  const symbol = environment.session.program.symbols.get(formal.name);
  return symbol?.kind === "formal" ? toCatalogType(symbol.type) : undefined;
}

/** A guard that is constant leaves only its branch. */
function lowerWhen<B, N>(
  node: WhenOf<B>,
  environment: Environment,
  lowerBody: (body: B, environment: Environment) => N[],
  keep: (nodes: N[]) => N[],
): (N | PlanWhen<N>)[] {
  const guard = lowerGuard(node.condition, environment);
  const truth = truthOf(guard.condition);
  if (truth !== undefined) {
    const taken = truth ? node.body : node.otherwise;
    return taken ? keep(lowerBody(taken, environment)) : [];
  }
  return [
    {
      kind: "when",
      guard,
      body: lowerBody(node.body, environment),
      otherwise: node.otherwise ? lowerBody(node.otherwise, environment) : [],
      origin: originOf(node.span, environment),
    },
  ];
}

/** A list that is known when compiling is unrolled; a selection, or a list only the device knows, stays a loop. */
function lowerEach<B, N>(
  node: EachOf<B>,
  environment: Environment,
  lowerBody: (body: B, environment: Environment) => N[],
  keep: (nodes: N[]) => N[],
): (N | PlanEach<N>)[] {
  const selected = lowerSelection(node, environment);
  if (selected.kind === "elements")
    return selected.elements.flatMap((element) => keep(lowerBody(node.body, withBindings(environment, [[node, element]]))));
  return [
    {
      kind: "each",
      variable: selected.variable,
      over: selected.over,
      text: `each ${node.name.text} in ${getSpanText(node.selection.span).replace(/\s+/g, " ")}`,
      reads: collectOverReads(selected.over),
      body: lowerBody(node.body, selected.environment),
      origin: originOf(node.span, environment),
    },
  ];
}

function lowerWith<B, N>(
  node: WithOf<B>,
  environment: Environment,
  lowerBody: (body: B, environment: Environment) => N[],
): { kind: "with"; resources: PlanResource[]; body: N[]; origin: PlanNode["origin"] } {
  return {
    kind: "with",
    resources: node.resources.map((resource) => lowerResource(resource, environment)),
    body: lowerBody(node.body, environment),
    origin: originOf(node.span, environment),
  };
}

function unreachable(value: never): never {
  throw new Error(`unexpected statement ${JSON.stringify(value)}`);
}
