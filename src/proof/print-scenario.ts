import { printValue } from "../checker/print-value.ts";
import type { Value } from "../checker/value.ts";
import type { PlanNamedResource } from "../plan/plan.ts";
import type { GivenItem, GivenProperty, PlanScenario, ScenarioPlanStep } from "../plan/scenario.ts";
import type { Catalog, ResourceKind } from "../resources/catalog/model.ts";

/** A scenario as an author writes it. `comments` stand in front of it, a line each. */
export function printScenario(scenario: PlanScenario, catalog: Catalog, comments: readonly string[] = []): string {
  return [
    ...comments.map((comment) => `// ${comment.replace(/[\r\n]+/g, " ")}`),
    `scenario ${printValue({ kind: "string", value: scenario.title })} for ${scenario.remedy} {`,
    ...scenario.steps.flatMap((step) => printStep(step, catalog).map((line) => `  ${line}`)),
    "}",
    "",
  ].join("\n");
}

function printStep(step: ScenarioPlanStep, catalog: Catalog): readonly string[] {
  switch (step.kind) {
    case "given": {
      const lines = step.items.flatMap((item) => printItem(item, catalog));
      if (lines.length === 0) return [];
      return lines.length === 1 ? [`given { ${lines.join("")} }`] : ["given {", ...lines.map((line) => `  ${line}`), "}"];
    }
    case "expect-outcome": {
      const reason = step.reason === undefined ? "" : ` ${printValue({ kind: "string", value: step.reason })}`;
      return [`expect ${step.run} ${step.outcome}${reason}`];
    }
    case "expect-state":
      return printItem(step.state, catalog, "expect").map((line) => `expect ${line}`);
    case "restart":
      return ["restart"];
    default:
      return step satisfies never;
  }
}

/** A fact is given by itself (`os.build: 17763`), and expected in braces like anything else. */
function printItem({ resource, presence, properties }: GivenItem, catalog: Catalog, use: "given" | "expect" = "given"): readonly string[] {
  const name = printResource(resource, catalog);
  const list = (all: readonly GivenProperty[]): string => all.map((one) => `${one.name}: ${printValue(one.value)}`).join(", ");
  if (presence === "absent") return [properties.length > 0 ? `${name} absent { ${list(properties)} }` : `${name} absent`];
  const asked = properties.filter((property) => property.arguments.length > 0);
  const kind = catalog.kinds[resource.resourceKind];
  // Words of 'given' stand in a block, also of what there is one of.
  const isSingle = use === "given" && kind?.singleton === true && properties.every(({ name }) => hasProperty(kind, name));
  const values = properties.filter((property) => !asked.includes(property));
  const states = values.map((property) => `${property.name}: ${printValue(property.value)}`);
  return [
    ...(isSingle ? states.map((state) => `${name}.${state}`) : []),
    ...(!isSingle && states.length > 0 ? [`${name} { ${list(values)} }`] : []),
    ...(properties.length === 0 ? [`${name} present`] : []),
    ...asked.map(
      (property) =>
        `${name}.${property.name}(${property.arguments.map(({ value }) => printValue(value)).join(", ")}): ${printValue(property.value)}`,
    ),
  ];
}

function hasProperty({ properties, queries }: ResourceKind, name: string): boolean {
  return [...properties, ...queries].some((declared) => declared.name === name);
}

/** `service("Spooler")`, `registry_value('HKLM\SOFTWARE\x', "y", view: 32)`, `os`. */
function printResource({ resourceKind, keys, filters }: PlanNamedResource, catalog: Catalog): string {
  const kind = catalog.kinds[resourceKind];
  const declared = new Map((kind?.keys ?? []).map((key) => [key.name, key]));
  const parts = keys.map(({ name, value }) => {
    const text = value.kind === "constant" ? printKey(value.value) : "";
    return declared.get(name)?.positional === false ? `${name}: ${text}` : text;
  });
  for (const { property, operator, value } of filters)
    parts.push(`${property} ${operator} ${value.kind === "constant" ? printValue(value.value) : ""}`);
  return kind?.singleton ? resourceKind : `${resourceKind}(${parts.join(", ")})`;
}

/** A word of Windows (`user_right("SeServiceLogonRight")`, `tls("1.2")`) stands in quotes, one of the language (`scope: user`) does not. */
function printKey(value: Value): string {
  return printValue(value.kind === "enum" && !/^[a-z_][a-z0-9_]*$/.test(value.member) ? { kind: "string", value: value.member } : value);
}
