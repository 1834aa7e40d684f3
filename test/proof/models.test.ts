import { expect, test } from "vitest";
import { kindModels } from "../../src/generated/kind-models.ts";
import type { PropertyName } from "../../src/proof/properties.ts";
import { provePlan } from "../../src/proof/prove.ts";
import type { Proof } from "../../src/proof/prove.ts";
import { catalog } from "../checker/support.ts";
import { planText } from "../plan/support.ts";

async function prove(body: string, more = ""): Promise<Proof> {
  const text = `remedy sample {\n title: "Sample"\n version: 1.0.0\n targets: [standalone]\n step one "One" {\n${body}\n }\n}\n${more}`;
  return provePlan(await planText(text), catalog, kindModels, { budget: 100_000, mayBeDisturbed: false });
}

const refuted = async (body: string, more = ""): Promise<readonly PropertyName[]> => [
  ...new Set((await prove(body, more)).counterexamples.map(({ property }) => property)),
];

const SERVICE = `service("Spooler")`;
const promise = (given: string, always: string): string =>
  `promise "it stays" for sample {\n given { ${given} }\n always { ${always} }\n}\n`;

test("a script may do anything to what its text names, as a word of its own", async () => {
  const body = (text: string): string => `ensure ${SERVICE} { state: running }\nensure script("it") { test: '$true', fix: '${text}' }`;
  expect(await refuted(body("Restart-Service Spooler"))).not.toEqual([]);
  expect(await refuted(body("Restart-Service Other"))).toEqual([]);
  expect(await refuted(body("Restart-Service SpoolerX"))).toEqual([]);
});

test("what can be reached may be something else after a change of DNS servers, and stays as it is after one of the time zone", async () => {
  const stays = promise(`network.can_connect("a.contoso.com", 443)`, `network.can_connect("a.contoso.com", 443)`);
  const reads = `require network.can_connect("a.contoso.com", 443) else "It is offline."\n`;
  expect(await refuted(`${reads}ensure network_interface("Ethernet") { dns_servers: ["10.0.0.53"] }\n${reads}`, stays)).toContain(
    "promise",
  );
  expect(await refuted(`${reads}ensure time_zone { automatic: false }\n${reads}`, stays)).not.toContain("promise");
});

test("the time zone's 'automatic' is the start-up of its service", async () => {
  const body = (startup: string): string => `ensure time_zone { automatic: false }\nensure service("tzautoupdate") { startup: ${startup} }`;
  expect(await refuted(body("manual"))).not.toEqual([]);
  expect(await refuted(`ensure time_zone { automatic: false }\nensure service("other") { startup: manual }`)).toEqual([]);
});

test("a feature that Windows does not have is not enabled, and cannot be", async () => {
  expect(await refuted(`ensure windows_feature("A") { enabled: false }`)).toEqual([]);
  const proof = await prove(`ensure windows_feature("A") { enabled: true }`);
  expect(proof.counterexamples).toEqual([]);
  expect(proof.clusters[0]?.widest[0]?.classes).toBe(4);
});

test("a minimum version is asked of the version that is read", async () => {
  const promised = (version: string): string =>
    promise(
      `winget_package("A.B").exists and (winget_package("A.B").version ?? 0.0) >= ${version}`,
      `(winget_package("A.B").version ?? 0.0) >= ${version}`,
    );
  expect(await refuted(`ensure winget_package("A.B") { minimum_version: 2.0 }`, promised("2.0"))).toEqual([]);
  expect(await refuted(`ensure winget_package("A.B") absent`, promised("2.0"))).toContain("promise");
});

test("a check whose action counts from a restart waits for that, and is looked at anew afterwards", async () => {
  const proof = await prove(`check "it is reached" { network.can_connect("a.contoso.com", 443) } fix { reset winsock }`);
  expect(proof.counterexamples).toEqual([]);
  expect(proof.clusters[0]?.states).toBeGreaterThan(3);
});
