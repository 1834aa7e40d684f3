import type { PlannedScript, PropertyChange } from "./plan.ts";
import type { Publication } from "./publish.ts";

/** Scripts and apps of a plan. */
export type ShownPlan = Pick<Publication, "scripts" | "apps">;

/** How many scripts and apps a plan makes, changes, removes, names as left over and leaves. */
export interface PlanCounts {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
  readonly leftOver: number;
  readonly none: number;
}

export function countPlan({ scripts, apps }: ShownPlan): PlanCounts {
  const count = (action: PlannedScript["action"]): number => [...scripts, ...apps].filter((script) => script.action === action).length;
  return { create: count("create"), update: count("update"), delete: count("delete"), leftOver: count("left over"), none: count("none") };
}

const SIGNS = { create: "+", update: "~", delete: "-", "left over": "?", none: " " } as const;

/** The differences for a person: `+` is made, `~` changed, `-` removed, `?` left over. */
export function showPlan(plan: ShownPlan): string {
  const counts = countPlan(plan);
  const isChanged = ({ action }: PlannedScript): boolean => action !== "none";
  const leftOver = counts.leftOver === 0 ? "" : `, ${counts.leftOver} left over (--prune --delete removes them)`;
  return [
    ...plan.scripts.filter(isChanged).map((script) => showScript(script)),
    ...plan.apps.filter(isChanged).map((app) => showScript(app, "app ")),
    `${counts.create} to create, ${counts.update} to change, ${counts.delete} to delete, ${counts.none} unchanged${leftOver}\n`,
  ].join("");
}

function showScript({ name, title, action, existing, properties, assignments }: PlannedScript, kind = ""): string {
  const id = existing ? ` (${existing.id})` : "";
  const note = action === "left over" || action === "delete" ? ", no longer in the repository" : "";
  const lines = [`${SIGNS[action]} ${kind}${name} '${title}'${id}${note}`, ...properties.flatMap(showProperty)];
  if (assignments) {
    lines.push("    assignments:");
    lines.push(...assignments.remove.map(({ text }) => `      - ${text}`), ...assignments.add.map(({ text }) => `      + ${text}`));
  }
  return `${lines.join("\n")}\n`;
}

function showProperty({ name, before, after, lines = [] }: PropertyChange): string[] {
  const change = before === undefined ? `  + ${name}: ${after}` : `  ~ ${name}: ${before} -> ${after}`;
  return [`  ${change}`, ...lines.map((line) => `        ${line}`)];
}

/** The same for programs. */
export function describePlan(plan: ShownPlan): object {
  return { ...countPlan(plan), scripts: plan.scripts.map(describeScript), apps: plan.apps.map(describeScript) };
}

function describeScript({ name, title, action, existing, properties, assignments }: PlannedScript): object {
  return {
    name,
    title,
    action,
    id: existing?.id ?? null,
    properties: properties.map((each) => ({ name: each.name, before: each.before ?? null, after: each.after })),
    assignments: assignments ? { add: assignments.add.map(({ text }) => text), remove: assignments.remove.map(({ text }) => text) } : null,
  };
}
