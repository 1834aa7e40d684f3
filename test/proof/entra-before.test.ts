import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { kindModels } from "../../src/generated/kind-models.ts";
import { provePlan } from "../../src/proof/prove.ts";
import { catalog } from "../checker/support.ts";
import { planText } from "../plan/support.ts";

test("the Entra recipe as it was before: a stopped updater takes a running agent away, and a restart that is asked for leaves it so", async () => {
  const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), "utf8");
  const plan = await planText((await read("recipes/entra-before.remedy")).replace("../../../examples/parts/", "./"), {
    files: { "tls12.remedy": await read("../../examples/parts/tls12.remedy") },
  });
  const proof = provePlan(plan, catalog, kindModels, { budget: 100_000, mayBeDisturbed: false });
  const agent = proof.counterexamples.find(
    ({ property, summary }) => property === "nothing_left_broken" && summary.startsWith("service AADConnectProvisioningAgent "),
  );
  const start = agent?.start.map(
    ({ label, value }) => `${label}: ${"member" in value ? value.member : "value" in value ? value.value : ""}`,
  );
  expect(start).toContain("state of service AADConnectProvisioningAgent: running");
  expect(start).toContain("state of service AzureADConnectAgentUpdater: stopped");
  expect(agent?.moves.map((move) => move.kind === "run" && move.outcome)).toEqual(["restart"]);
  const events = agent?.moves.flatMap((move) => (move.kind === "run" ? move.events : [])) ?? [];
  expect(events.map((event) => (event.kind === "item" ? `${event.id} ${event.outcome}` : event.kind))).toContain("stale.7 fixed");
});
