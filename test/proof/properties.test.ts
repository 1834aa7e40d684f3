import { expect, test } from "vitest";
import { kindModels } from "../../src/generated/kind-models.ts";
import type { PropertyName } from "../../src/proof/properties.ts";
import { provePlan } from "../../src/proof/prove.ts";
import type { Proof } from "../../src/proof/prove.ts";
import { catalog } from "../checker/support.ts";
import { planText } from "../plan/support.ts";

const remedy = (body: string): string => `remedy sample {
  title: "Sample"
  version: 1.0.0
  targets: [standalone]
  step one "One" {
${body}
  }
}
`;

async function prove(body: string, mayBeDisturbed = true, more = ""): Promise<Proof> {
  const proof = provePlan(await planText(remedy(body) + more), catalog, kindModels, { budget: 200_000, mayBeDisturbed });
  expect(proof.isComplete).toBe(true);
  return proof;
}

const refuted = ({ counterexamples }: Proof): PropertyName[] => [...new Set(counterexamples.map(({ property }) => property))].sort();

const AGENT = 'service("Agent")';

test("a setting is proved, killed runs and failing fixes included", async () => {
  expect(refuted(await prove(`ensure registry_value('HKLM\\SOFTWARE\\A', "B") { data: 1 }`))).toEqual([]);
  expect(refuted(await prove(`ensure ${AGENT} { state: running, startup: automatic }`))).toEqual([]);
});

test("converges: a check whose actions cannot make its condition true is told with the check to blame", async () => {
  const check = (asked: string): string =>
    `check "it is as wanted" { registry_value('HKLM\\SOFTWARE\\A', "B").data == ${asked} } fix { ensure registry_value('HKLM\\SOFTWARE\\A', "B") { data: 1 } }`;
  expect(refuted(await prove(check("1")))).toEqual([]);
  const proof = await prove(check("2"));
  expect(refuted(proof)).toEqual(["converges"]);
  expect(proof.counterexamples[0]?.node).toMatchObject({ kind: "check" });
});

test("idempotent: what is read before it is changed", async () => {
  const [first, second] = [
    `when service("B").state == running { ensure ${AGENT} { state: stopped } } else { ensure ${AGENT} { state: running } }`,
    'ensure service("B") { state: running }',
  ];
  expect(refuted(await prove(`${first}\n${second}`, false))).toEqual(["idempotent"]);
  expect(refuted(await prove(`${second}\n${first}`, false))).toEqual([]);
});

test("detection_agrees: no remedy breaks it, a model that contradicts itself does", async () => {
  const plan = await planText(remedy(`ensure ${AGENT} { startup: automatic }`));
  const options = { budget: 10_000, mayBeDisturbed: false };
  // Whether it is as wished is told otherwise when it is asked again.
  let isAsked = false;
  const accepts = (): boolean => (isAsked = !isAsked);
  const proof = provePlan(plan, catalog, { ...kindModels, service: { accepts } }, options);
  expect(refuted(proof)).toContain("detection_agrees");
  expect(proof.counterexamples.find(({ property }) => property === "detection_agrees")?.summary).toMatch(/^the detection says /);
  expect(refuted(provePlan(plan, catalog, { ...kindModels, service: { accepts: () => true } }, options))).toEqual([]);
});

test("nothing_undone: a removal that takes along what was wished before it", async () => {
  const agent = `ensure ${AGENT} { state: running }`;
  const suite = (body: string): string => `when os.product_type == workstation { ensure package("Suite") absent }
    else { ensure package("Suite") present { source: 'C:\\suite.msi', signed_by: "CN=Contoso", provides: [${AGENT}] }\n${body} }`;
  const proof = await prove(`${agent}\n${suite("")}`, false);
  expect(refuted(proof)).toContain("nothing_undone");
  expect(proof.counterexamples.find(({ property }) => property === "nothing_undone")?.node).toMatchObject({
    label: "service Agent: state running",
  });
  expect(refuted(await prove(suite(agent), false))).not.toContain("nothing_undone");
});

test("bounded: an item before an 'else' that a 'require' blocks is tried by every run", async () => {
  const ladder = (inside: string): string => `ensure ${AGENT} { state: running } else {\n${inside}\n}`;
  expect(refuted(await prove(ladder('require os.build >= 14393 else "Too old."'), false))).toContain("bounded");
  expect(refuted(await prove(ladder(`ensure ${AGENT} { startup: automatic }`), false))).not.toContain("bounded");
});

test("nothing_left_broken: what is stopped behind which something may fail", async () => {
  const steps = (first: string): string => `${first}
    check "it is up to date" { file('C:\\A\\b.txt').content == "1" } fix {
      ensure ${AGENT} { state: stopped }
      ensure file('C:\\A\\b.txt') { content: "1" }
      ensure ${AGENT} { state: running }
    }`;
  const proof = await prove(steps(`ensure ${AGENT} { startup: automatic }`));
  expect(refuted(proof)).toContain("nothing_left_broken");
  expect(proof.counterexamples.find(({ property }) => property === "nothing_left_broken")?.summary).toMatch(/Agent served before the run/);
  expect(refuted(await prove(steps(`ensure ${AGENT} { startup: automatic }`), false))).not.toContain("nothing_left_broken");
});

test("a promise that a run can break is refuted, one that none can is proved", async () => {
  const body = `ensure package("Tool") absent`;
  const promise = (what: string): string =>
    `promise "it stays" for sample {\n  given { package("Tool").exists }\n  ${what} { package("Tool").exists }\n}\n`;
  const broken = await prove(body, false, promise("always"));
  expect(broken.counterexamples.map(({ property, promise: title }) => [property, title])).toEqual([["promise", "it stays"]]);
  const kept = await prove(
    `ensure ${AGENT} { state: running }`,
    true,
    promise("finally").replaceAll('package("Tool").exists', `${AGENT}.state == running`),
  );
  expect(refuted(kept)).toEqual([]);
});

test("a run depends on nothing but what it looks at: looked up or walked, it comes to the same", async () => {
  const independent = Array.from({ length: 30 }, (_, i) => `ensure registry_value('HKLM\\SOFTWARE\\A', "V${i}") { data: 1 }`).join("\n");
  const proof = await prove(independent);
  expect(refuted(proof)).toEqual([]);
  expect(proof.clusters).toHaveLength(30);
  // The first and the last have others on one side only.
  expect(new Set(proof.clusters.slice(1, -1).map(({ states, runs }) => `${states} ${runs}`)).size).toBe(1);
});

test("killed_anywhere: a block whose guard its first item makes false is not carried on with", async () => {
  const value = (name: string): string => `registry_value('HKLM\\SOFTWARE\\A', "${name}")`;
  const body = (first: string, second: string): string => `when ${value("Old")}.data == 1 {
      ensure ${value(first)} { data: 2 }
      ensure ${value(second)} { data: 2 }
    }
    require ${value("Old")}.data != 2 or ${value("New")}.data == 2 else "It is half done."`;
  const proof = await prove(body("Old", "New"));
  expect(refuted(proof)).toEqual(["killed_anywhere"]);
  expect(proof.counterexamples[0]?.moves.map((move) => move.kind === "run" && move.outcome)).toEqual(["killed", "blocked"]);
  expect(refuted(await prove(body("New", "Old")))).toEqual([]);
});

test("a restart that by itself ends what is given ends the promise, a run that does so does not", async () => {
  const promise = `promise "a tool that is in use stays" for sample {
  given { ${AGENT}.state == running, package("Tool").exists }
  always { package("Tool").exists }
}
`;
  const asks = `ensure tls("1.2") { server: on }
    reboot when reboot.pending`;
  const removes = `when ${AGENT}.state != running { ensure package("Tool") absent }`;
  // A disabled service does not run after a restart.
  expect(refuted(await prove(`${asks}\n${removes}`, false, promise))).not.toContain("promise");
  expect(refuted(await prove(`ensure ${AGENT} { state: stopped }\n${removes}`, false, promise))).toContain("promise");
});

test("what nobody asks for any more multiplies nothing, and a counterexample is still one machine's", async () => {
  const service = (i: number): string => `service("S${i}")`;
  const eight = Array.from({ length: 8 }, (_, i) => i);
  const proof = await prove(`${eight.map((i) => `require ${service(i)}.startup != manual else "No ${i}."`).join("\n")}
    when ${service(0)}.startup == disabled and ${service(7)}.startup == disabled {
      ensure package("Tool") absent
    }
    ensure package("Tool") present { source: 'C:\\Tool.msi', signed_by: "CN=Tool" }
    ${eight.map((i) => `ensure ${service(i)} { startup: automatic }`).join("\n")}`);
  // Five classes of eight startups are 390,625 machines.
  expect(proof.ways).toBeLessThan(20_000);
  const broken = proof.counterexamples.find(({ property, summary }) => property === "nothing_left_broken" && summary.includes("Tool"));
  const start = broken?.start.map(({ label, value: is }) => `${label}: ${"member" in is ? is.member : ""}`);
  for (const i of [0, 7]) expect(start).toContain(`startup of service S${i}: disabled`);
  expect(broken?.moves.map((move) => move.kind === "run" && move.outcome)).toEqual(["restart"]);
});
