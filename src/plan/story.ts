import { showValue } from "../checker/values.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import { getLineColumn } from "../source/source-file.ts";
import { labelText, spoken } from "./lower/resources.ts";
import type { Origin, Plan, PlanAction, PlanCondition, PlanNode, PlanStep } from "./plan.ts";
import { tellTouches } from "./touches.ts";

/**
 * A remedy as a person would tell it: what is checked, what may be changed and under which condition, what to read when it fails, and which
 * privileges, services, products, registry keys and files it touches. `plans` are those of one remedy for its targets.
 */
export function tellPlan(plans: readonly Plan[], catalog: Catalog): string {
  const [plan] = plans;
  if (!plan) return "";
  const { remedy } = plan;
  // Only apps are uninstalled, and a remedy may have other targets, too.
  const uninstall = plans.find((each) => each.uninstall)?.uninstall;
  const lines = [
    remedy.title,
    `${remedy.name} ${remedy.version}${remedy.publisher === undefined ? "" : ` by ${remedy.publisher}`}, for ${plans.map((each) => each.target).join(", ")}; runs as ${remedy.context === "user" ? "the signed-in user" : "SYSTEM"}`,
    ...(remedy.documentation === undefined ? [] : ["", ...remedy.documentation.split("\n")]),
    ...tellParameters(plan),
    ...plan.steps.flatMap((step, i) => ["", ...tellStep(step, i + 1)]),
    ...(uninstall ? ["", "When it is uninstalled", ...tellBody(uninstall)] : []),
    ...tellPromises(plan),
    "",
    ...tellTouches({ ...plan, steps: [...plan.steps, ...(uninstall ? [uninstall] : [])] }, catalog),
  ];
  return `${lines.join("\n")}\n`;
}

function tellParameters(plan: Plan): string[] {
  const lines = [
    ...plan.parameters.map(
      (parameter) =>
        `  ${parameter.name} (${parameter.type.kind}${parameter.optional ? ", optional" : ""}): ${showValue(parameter.defaultValue)} unless the caller says otherwise`,
    ),
    ...plan.fixed.map((fixed) => `  ${fixed.name}: ${showValue(fixed.value)}`),
  ];
  return lines.length === 0 ? [] : ["", "Parameters", ...lines];
}

function tellPromises({ promises, accepted }: Plan): string[] {
  const join = (conditions: readonly PlanCondition[]): string => conditions.map(({ text }) => text).join("; ");
  return [
    ...(promises.length === 0 ? [] : ["", "Promises"]),
    ...promises.flatMap(({ title, given, always, finally: end, origin }) => [
      line(1, title, origin),
      ...(given.length === 0 ? [] : [`${pad(2)}given: ${join(given)}`]),
      ...(always.length === 0 ? [] : [`${pad(2)}always: ${join(always)}`]),
      ...(end.length === 0 ? [] : [`${pad(2)}finally: ${join(end)}`]),
    ]),
    ...(accepted.length === 0 ? [] : ["", "Need not be so"]),
    ...accepted.map(({ property, reason, origin }) => line(1, `${spoken(property)}: ${reason}`, origin)),
  ];
}

function tellStep(step: PlanStep, number: number): string[] {
  const when = step.guard ? `, only when ${step.guard.text}` : "";
  return [`${number}. ${step.title} (${step.name})${when}`, ...tellBody(step)];
}

function tellBody(step: PlanStep): string[] {
  return [
    ...step.body.flatMap((node) => tellNode(node, 1)),
    ...(step.onFailure.length === 0 ? [] : ["   when something here fails:", ...step.onFailure.flatMap((action) => tellAction(action, 2))]),
  ];
}

const pad = (level: number): string => "   ".repeat(level);

function tellNode(node: PlanNode, level: number): string[] {
  switch (node.kind) {
    case "require":
      return [line(level, `requires ${node.guard.text}, else it stops here: ${labelText(node.message)}`, node.origin)];
    case "warn":
      return [line(level, `warns "${labelText(node.message)}" when ${node.guard.text}`, node.origin)];
    case "ensure":
      return [
        line(level, `ensures ${node.label}`, node.origin),
        ...(node.otherwise.length === 0 ? [] : [`${pad(level)}where its own fix does not make it so:`]),
        ...node.otherwise.flatMap((inner) => tellNode(inner, level + 1)),
      ];
    case "check":
      return [
        line(
          level,
          `checks "${labelText(node.title)}": ${node.guard.text}${node.every === undefined ? "" : `, fixed at most once in ${labelText(node.every)}`}; if not:`,
          node.origin,
        ),
        ...node.actions.flatMap((action) => tellAction(action, level + 1)),
      ];
    case "routine":
      return [
        line(level, `does "${labelText(node.title)}" where that was not done within ${labelText(node.every)}:`, node.origin),
        ...node.actions.flatMap((action) => tellAction(action, level + 1)),
      ];
    case "reboot":
      return [
        line(
          level,
          `asks for a restart when ${node.guard.text}, if something changed or something below is not as it should be`,
          node.origin,
        ),
      ];
    case "when":
    case "each":
    case "with":
      return tellBlock(node, level, tellNode);
    default:
      return unreachable(node);
  }
}

function tellAction(action: PlanAction, level: number): string[] {
  switch (action.kind) {
    case "require":
      return [line(level, `only if ${action.guard.text}, else blocked: ${labelText(action.message)}`, action.origin)];
    case "ensure":
      return [line(level, `ensures ${action.label}`, action.origin)];
    case "verb":
      return [
        line(
          level,
          `${action.label}${action.options.length === 0 ? "" : ` (${action.options.map((option) => `${option.name}: ${labelText(option.value)}`).join(", ")})`}`,
          action.origin,
        ),
      ];
    case "when":
    case "each":
    case "with":
      return tellBlock(action, level, tellAction);
    default:
      return unreachable(action);
  }
}

type Block<N> = Extract<PlanNode | PlanAction, { kind: "when" | "each" | "with" }> & { readonly body: readonly N[] };

function tellBlock<N>(node: Block<N>, level: number, tell: (node: N, level: number) => string[]): string[] {
  const body = node.body.flatMap((inner) => tell(inner, level + 1));
  switch (node.kind) {
    case "when": {
      const otherwise = (node.otherwise as readonly N[]).flatMap((inner) => tell(inner, level + 1));
      return [
        line(level, `when ${node.guard.text}:`, node.origin),
        ...body,
        ...(otherwise.length === 0 ? [] : [`${pad(level)}else:`, ...otherwise]),
      ];
    }
    case "each":
      return [line(level, `for ${node.text}:`, node.origin), ...body];
    case "with":
      if (node.resources.length === 0) return node.body.flatMap((inner) => tell(inner, level));
      return [
        line(
          level,
          `with ${node.resources.map((resource) => resource.label).join(", ")} stopped meanwhile, and started again if running before:`,
          node.origin,
        ),
        ...body,
      ];
    default:
      return unreachable(node);
  }
}

function line(level: number, text: string, origin: Origin): string {
  const { file, start } = origin.span;
  return `${pad(level)}${text}  [${file.path}:${getLineColumn(file, start).line}]`;
}

function unreachable(value: never): never {
  throw new Error(`unexpected node ${JSON.stringify(value)}`);
}

/** The plans of one remedy differ only by target; its story is told once. */
export function groupByRemedy(plans: readonly Plan[]): Plan[][] {
  const groups = new Map<string, Plan[]>();
  for (const plan of plans) {
    const key = `${plan.remedy.origin.span.file.path} ${plan.remedy.name}`;
    groups.set(key, [...(groups.get(key) ?? []), plan]);
  }
  return [...groups.values()];
}
