import { printValue } from "../checker/print-value.ts";
import { labelText, spoken } from "../plan/lower/resources.ts";
import type { Origin, Plan, PlanAction, PlanExpression, PlanGuard, PlanNode, PlanProperty, PlanResource, PlanStep } from "../plan/plan.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import { writeExpression, writeIdentity, writeMeaning, writeOver, writeResource } from "./expression-text.ts";

/** What a plan says at one place, so that it can be found again in another plan: a remedy, a step, a statement or a block of them. */
export interface Outline {
  readonly kind: "remedy" | "step" | "statement" | "block";
  /** What it is, whatever it says of it: kind of statement and resource. */
  readonly key: string;
  /** By what else it may be known again, where nothing has its key. */
  readonly also: readonly string[];
  /** What it does, in one line. */
  readonly text: string;
  /** The same without what `facts` tell. */
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly branches: readonly Branch[];
  readonly origin: Origin;
  /** The same exactly when all of it means the same. */
  readonly signature: string;
}

/** One thing that is said: `startup` is `automatic`. */
export interface Fact {
  readonly name: string;
  /** The same exactly when it means the same. */
  readonly meaning: string;
  readonly text: string;
  /** The line of the statement does not tell it. */
  readonly untold?: boolean;
}

/** What stands inside, in the order in which it is walked. */
export interface Branch {
  /** When or where it is walked, for people: `when os.build > 22000`; empty where that goes without saying. */
  readonly when: string;
  readonly nodes: readonly Outline[];
}

/** What a device gets besides the plan, by name: files that are carried, functions of the user's own kinds. */
export type Content = ReadonlyMap<string, { readonly meaning: string; readonly text: string }>;

/** A plan as a tree of what can be told of it. */
export function outlinePlan(plan: Plan, catalog: Catalog, content: Content): Outline {
  return new Outliner(catalog).outline(plan, content);
}

type Parts = Pick<Outline, "kind" | "key" | "text" | "origin"> & Partial<Pick<Outline, "also" | "facts" | "branches" | "name">>;

function make({ also = [], facts = [], branches = [], ...rest }: Parts): Outline {
  const signature = JSON.stringify([
    rest.key,
    facts.map(({ name, meaning }) => [name, meaning]),
    branches.map(({ nodes }) => nodes.map((node) => node.signature)),
  ]);
  return { name: rest.text, ...rest, also, facts, branches, signature };
}

/** The keys of all statements inside: by them a block is known again whose condition is another. */
function keysInside(branches: readonly Branch[]): string[] {
  return branches.flatMap(({ nodes }) =>
    nodes.flatMap((node) => (node.kind === "block" ? keysInside(node.branches) : [node.key, ...keysInside(node.branches)])),
  );
}

function plainFact(name: string, text: string | undefined): Fact[] {
  return text === undefined ? [] : [{ name, meaning: text, text }];
}

class Outliner {
  readonly #catalog: Catalog;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  outline(plan: Plan, content: Content): Outline {
    const { remedy } = plan;
    const asked = plan.requirements.map(({ type }) => type).join(", ");
    return make({
      kind: "remedy",
      key: remedy.name,
      text: remedy.title,
      origin: remedy.origin,
      facts: [
        ...plainFact("version", remedy.version),
        ...plainFact("title", remedy.title),
        ...plainFact("publisher", remedy.publisher),
        ...plainFact("runs as", remedy.context === "user" ? "the signed-in user" : "SYSTEM"),
        ...plainFact("description", remedy.documentation),
        ...plan.parameters.map(({ name, type, optional, defaultValue }) =>
          this.#fact(`parameter ${name}`, [type, optional, defaultValue], `${printValue(defaultValue)} (${type.kind})`),
        ),
        ...plan.fixed.map(({ name, value }) => this.#fact(`parameter ${name}`, value, printValue(value))),
        ...plainFact("what its requirements give", asked === "" ? undefined : asked),
        ...[...content].map(([name, { meaning, text }]) => ({ name, meaning, text })),
      ],
      branches: [
        { when: "", nodes: plan.steps.map((step) => this.#step(step)) },
        { when: "when it is uninstalled", nodes: plan.uninstall ? [this.#step(plan.uninstall)] : [] },
      ],
    });
  }

  #fact(name: string, part: unknown, text: string, variables: readonly string[] = []): Fact {
    return { name, meaning: writeMeaning({ part }, variables), text };
  }

  #step(step: PlanStep): Outline {
    const branches: Branch[] = [
      { when: "", nodes: this.#nodes(step.body, []) },
      { when: "when something in the step fails", nodes: this.#nodes(step.onFailure, []) },
    ];
    return make({
      kind: "step",
      key: step.name,
      also: [`title ${step.title}`, ...keysInside(branches)],
      text: step.title === step.name ? step.name : `${step.title} (${step.name})`,
      origin: step.origin,
      facts: [
        ...plainFact("name", step.name),
        ...plainFact("title", step.title),
        ...(step.guard ? [this.#condition("only when", step.guard, [])] : []),
      ],
      branches,
    });
  }

  #condition(name: string, { condition }: PlanGuard, variables: readonly string[]): Fact {
    return this.#fact(name, condition, writeExpression(condition, this.#catalog), variables);
  }

  #value(name: string, value: PlanExpression, variables: readonly string[]): Fact {
    return this.#fact(name, value, this.#plainText(value), variables);
  }

  /** A long text with its lines, anything else as a remedy says it. */
  #plainText(value: PlanExpression): string {
    const text = value.kind === "constant" && value.value.kind === "string" ? value.value.value : "";
    return text.includes("\n") ? text.replaceAll("\r\n", "\n") : writeExpression(value, this.#catalog);
  }

  #properties(properties: readonly PlanProperty[], variables: readonly string[], areMeans: boolean): Fact[] {
    return properties.map(({ name, value }) => {
      const fact = this.#value(spoken(name), value, variables);
      return { ...fact, untold: areMeans || fact.text.includes("\n") };
    });
  }

  #identity(resource: PlanResource, variables: readonly string[]): string {
    const only = resource.kind === "named" ? (resource.only ?? "") : "";
    return `${writeIdentity(resource.kind === "element" ? `\${${resource.variable}}` : resource.identity, variables)}${only}`;
  }

  /** By what a resource is known again where another version or limit of it is asked for: its keys, and filters that name it. */
  #nearly(resource: PlanResource, variables: readonly string[]): string {
    if (resource.kind === "element") return this.#identity(resource, variables);
    const names = resource.filters.filter(
      ({ operator, type }) => !operator.startsWith("<") && !operator.startsWith(">") && type.kind !== "version",
    );
    return `${resource.resourceKind} ${writeMeaning([resource.keys, names], variables)}`;
  }

  /** Which resource it is about; it is the same where the key is. */
  #which(resource: PlanResource, variables: readonly string[]): Fact {
    return { name: "of", meaning: this.#identity(resource, variables), text: writeResource(resource, this.#catalog) };
  }

  #nodes(nodes: readonly (PlanNode | PlanAction)[], variables: readonly string[]): Outline[] {
    // What bounds statements without stopping anything is no place of its own.
    return nodes.flatMap((node) =>
      node.kind === "with" && node.resources.length === 0 ? this.#nodes(node.body, variables) : [this.#node(node, variables)],
    );
  }

  #node(node: PlanNode | PlanAction, variables: readonly string[]): Outline {
    const catalog = this.#catalog;
    const { origin } = node;
    switch (node.kind) {
      case "require":
      case "warn": {
        const condition = this.#condition(node.kind === "require" ? "asks that" : "when", node.guard, variables);
        const message = this.#value("message", node.message, variables);
        const reads = node.guard.reads.map((resource) => this.#identity(resource, variables));
        return make({
          kind: "statement",
          key: `${node.kind} ${condition.meaning}`,
          also: [`${node.kind} message ${message.meaning}`, ...(reads.length === 0 ? [] : [`${node.kind} reads ${reads.join(" ")}`])],
          text:
            node.kind === "require"
              ? `requires ${condition.text}, else it stops here: ${labelText(node.message)}`
              : `warns "${labelText(node.message)}" when ${condition.text}`,
          facts: [condition, message],
          origin,
        });
      }
      case "ensure": {
        const provides = node.provides.map((resource) => resource.label).sort();
        return make({
          kind: "statement",
          key: `ensure ${this.#identity(node.resource, variables)}`,
          also: [`ensure ${this.#nearly(node.resource, variables)}`],
          text: `ensures ${node.label}`,
          name: `ensures ${node.resource.label}`,
          facts: [
            this.#which(node.resource, variables),
            ...plainFact("it is", node.presence === "absent" ? "absent" : "present"),
            ...this.#properties(node.states, variables, false),
            ...this.#properties(node.means, variables, true),
            ...plainFact("provides", provides.length === 0 ? undefined : provides.join(", ")).map((fact) => ({ ...fact, untold: true })),
          ],
          branches: [{ when: `where the fix of ${node.resource.label} does not help`, nodes: this.#nodes(node.otherwise, variables) }],
          origin,
        });
      }
      case "check": {
        const title = labelText(node.title);
        const condition = this.#condition("is right when", node.guard, variables);
        const every = node.every ? [this.#value("fixed at most once in", node.every, variables)] : [];
        return make({
          kind: "statement",
          key: `check ${writeMeaning({ part: node.title }, variables)}`,
          also: [`check ${condition.meaning}`, ...keysInside([{ when: "", nodes: this.#nodes(node.actions, variables) }])],
          name: `checks "${title}"`,
          text: `checks "${title}": ${condition.text}${every.map(({ text }) => `, fixed at most once in ${text}`).join("")}`,
          facts: [this.#value("title", node.title, variables), condition, ...every],
          branches: [{ when: `where "${title}" is not so`, nodes: this.#nodes(node.actions, variables) }],
          origin,
        });
      }
      case "routine": {
        const title = labelText(node.title);
        const every = this.#value("every", node.every, variables);
        const nodes = this.#nodes(node.actions, variables);
        return make({
          kind: "statement",
          key: `routine ${writeMeaning({ part: node.title }, variables)}`,
          also: keysInside([{ when: "", nodes }]),
          name: `does "${title}"`,
          text: `does "${title}" where that was not done within ${every.text}`,
          facts: [this.#value("title", node.title, variables), every],
          branches: [{ when: `where "${title}" is due`, nodes }],
          origin,
        });
      }
      case "reboot": {
        const condition = this.#condition("when", node.guard, variables);
        return make({
          kind: "statement",
          key: "reboot",
          text: `asks for a restart when ${condition.text}`,
          name: "asks for a restart",
          facts: [condition],
          origin,
        });
      }
      case "verb": {
        const options = node.options.map(({ name, value }) => `${spoken(name)}: ${labelText(value)}`);
        return make({
          kind: "statement",
          key: `${node.verb} ${this.#identity(node.resource, variables)}`,
          also: [`${node.verb} ${this.#nearly(node.resource, variables)}`],
          name: node.label,
          text: `${node.label}${options.length === 0 ? "" : ` (${options.join(", ")})`}`,
          facts: [this.#which(node.resource, variables), ...this.#properties(node.options, variables, false)],
          origin,
        });
      }
      case "when": {
        const condition = this.#condition("when", node.guard, variables);
        const branches: Branch[] = [
          { when: `when ${condition.text}`, nodes: this.#nodes(node.body, variables) },
          { when: `unless ${condition.text}`, nodes: this.#nodes(node.otherwise, variables) },
        ];
        const also = keysInside(branches);
        return make({
          kind: "block",
          key: `when ${condition.meaning}`,
          also,
          text: `when ${condition.text}`,
          facts: [condition],
          branches,
          origin,
        });
      }
      case "each": {
        const over = this.#fact("for each of", node.over, writeOver(node.over, catalog), variables);
        const branches: Branch[] = [
          { when: `for each ${node.variable} in ${over.text}`, nodes: this.#nodes(node.body, [...variables, node.variable]) },
        ];
        const text = `for each ${node.variable} in ${over.text}`;
        return make({ kind: "block", key: `each ${over.meaning}`, also: keysInside(branches), text, facts: [over], branches, origin });
      }
      case "with": {
        const stopped: Fact = {
          name: "stops meanwhile",
          meaning: node.resources.map((resource) => this.#identity(resource, variables)).join(" "),
          text: node.resources.map((resource) => resource.label).join(", "),
        };
        const text = `with ${stopped.text} stopped meanwhile`;
        const branches: Branch[] = [{ when: text, nodes: this.#nodes(node.body, variables) }];
        return make({
          kind: "block",
          key: `with ${stopped.meaning}`,
          also: keysInside(branches),
          text,
          facts: [stopped],
          branches,
          origin,
        });
      }
      default:
        return node satisfies never;
    }
  }
}
