import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Plan } from "../../src/plan/plan.ts";
import { kindModels } from "../../src/generated/kind-models.ts";
import { provePlan } from "../../src/proof/prove.ts";
import { tellRefutation } from "../../src/proof/report/told.ts";
import type { ToldRefutation } from "../../src/proof/report/told.ts";
import { catalog } from "../checker/support.ts";
import { planText } from "../plan/support.ts";

const AGENT = "AADConnectProvisioningAgent";

/** The recipe as it was before, without what shares nothing with its agent. */
async function planBefore(): Promise<Plan> {
  const text = await readFile(new URL("recipes/entra-before.remedy", import.meta.url), "utf8");
  return planText(text.replace(/^import .*$/m, "").replace("use tls12()", ""));
}

/** Names of the recipe's own. */
const short = (text: string): string =>
  text
    .replace(/package name matches \^Microsoft \(Entra[^)]*\) (.*?)\$/g, "package $1")
    .replace(/package name matches \^Microsoft \.\*\(.*?\) Agent/g, "others")
    .replaceAll(`service ${AGENT}`, "agent")
    .replaceAll("service AzureADConnectAgentUpdater", "updater");

/** What the machine is like, and what happens. */
function tell({ start, moves }: ToldRefutation): { readonly start: readonly string[]; readonly run: readonly string[] } {
  const run = moves.flatMap((move) =>
    move.kind === "restart"
      ? ["Windows restarts"]
      : [...move.items.flatMap(({ outcome, text, details }) => [`${outcome} ${text}`, ...details]), `run: ${move.outcome}`],
  );
  return { start: start.map(({ name, facts }) => short(`${name}: ${facts.join(", ")}`)), run: run.map(short) };
}

test("the Entra recipe as it was before takes a running agent away: a stopped updater, a restart that is pending, and one removal that is blocked are told apart", async () => {
  const plan = await planBefore();
  const { counterexamples } = provePlan(plan, catalog, kindModels, { budget: 30_000, mayBeDisturbed: true });
  const told = counterexamples.map((one) => tellRefutation(plan, one)).filter(({ property }) => property === "nothing_left_broken");
  const stories = new Map(
    told.filter(({ summary }) => summary.startsWith(`service ${AGENT} `)).map((one) => [short(one.cause ?? ""), tell(one)]),
  );
  // What all have in common: the agent runs, and only its updater does not.
  for (const { start } of stories.values())
    expect(start).toEqual(expect.arrayContaining(["agent: there, state running", "updater: there, state stopped"]));

  const before = ["ok require file(installer).exists", "ok require file(installer).is_trusted(signer)"];
  const gone = [
    "ok package Provisioning Agent is absent",
    "ok package Provisioning Agent Package is absent",
    "fixed agent is absent",
    "now agent: missing (was there)",
  ];
  expect(stories.get("'package Agent Updater is absent' waits for a restart")?.run).toEqual([
    ...before,
    "restart package Agent Updater is absent",
    ...gone,
    "run: restart",
  ]);
  const pending = stories.get("'reboot' waits for a restart");
  expect(pending?.start).toContain("reboot: pending true");
  expect(pending?.run).toEqual([
    ...before,
    "ok package Agent Updater is absent",
    "fixed updater is absent",
    "now updater: missing (was there)",
    ...gone,
    "restart reboot",
    "run: restart",
  ]);
  expect(stories.get("'updater is absent' is blocked")?.run).toEqual([
    ...before,
    "fixed package Agent Updater is absent",
    "now package Agent Updater: missing (was there)",
    "blocked updater is absent",
    "the fix of updater is blocked",
    ...gone,
    "run: blocked",
  ]);
});
