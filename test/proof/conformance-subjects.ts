import { readdirSync } from "node:fs";
import { compileRecipe, compileRecipeText } from "../simulator/recipe-support.ts";
import type { CompiledRecipe } from "../simulator/recipe-support.ts";

const EXAMPLES: readonly { readonly path: string; readonly parameters?: Readonly<Record<string, string>> }[] = [
  { path: "examples/print-spooler.remedy" },
  { path: "examples/tls12-baseline.remedy" },
  { path: "examples/support-information.remedy" },
  { path: "examples/service-virtual-account.remedy", parameters: { service_name: "Spooler" } },
  { path: "examples/intents/cloud-delivered-protection.remedy" },
  { path: "examples/intents/consumer-apps.remedy" },
  { path: "examples/intents/legacy-tls.remedy" },
  { path: "examples/intents/office-telemetry.remedy" },
  { path: "examples/intents/registry-values.remedy" },
  { path: "examples/intents/remote-desktop.remedy" },
  { path: "examples/intents/remove-support-assist.remedy" },
  { path: "examples/intents/signature-padding.remedy" },
  { path: "examples/intents/update-cache.remedy" },
  { path: "examples/entra-provisioning-agent.remedy" },
];

/** Small remedies of single kinds and of the statements of the language. */
const SMALL: Readonly<Record<string, string>> = {
  service: `ensure service("Contoso") { state: running, startup: automatic }`,
  "service, manual": `ensure service("Contoso") { state: running }`,
  "service, off": `ensure service("Contoso") { state: stopped, startup: disabled }`,
  package: `ensure package(name matches '^Contoso (Agent|Tool)$') absent`,
  file: `ensure file('C:\\Contoso\\a.txt') { content: "a" }\n ensure file('C:\\Contoso\\b.txt') absent`,
  rights: `ensure user_right("SeServiceLogonRight") { includes: ['NT SERVICE\\ALL SERVICES'] }`,
  registry: `ensure registry_value('HKLM\\SOFTWARE\\Contoso', "a") { data: 1 }\n ensure registry_value('HKLM\\SOFTWARE\\Contoso', "b") absent`,
  facts: `require os.build >= 17763 and not reboot.pending else "old"\n require network.can_connect("login.contoso.com", 443) else "offline"\n ensure service("Contoso") { state: running }`,
  guarded: `when service("Contoso").exists { ensure service("Contoso") { startup: manual } } else { ensure file('C:\\Contoso\\none.txt') { content: "none" } }\n ensure service("Other") { state: stopped }`,
};

const KINDS = "test/proof/remedies";

/** What is compared of kinds: a remedy for each, with all of its states. */
export function compileKinds(): Promise<readonly { readonly name: string; readonly recipe: CompiledRecipe }[]> {
  const paths = readdirSync(new URL(`../../${KINDS}`, import.meta.url)).map((name) => `${KINDS}/${name}`);
  return Promise.all(paths.map(async (path) => ({ name: path, recipe: await compileRecipe(path, PARAMETERS[path]) })));
}

const PARAMETERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [`${KINDS}/local-user.remedy`]: { kiosk_password: "env:KIOSK" },
};

/** What is compared: the examples, and small remedies. */
export async function compileSubjects(): Promise<readonly { readonly name: string; readonly recipe: CompiledRecipe }[]> {
  const small = Object.entries(SMALL).map(async ([name, statements]) => ({ name, recipe: await compileRecipeText(write(statements)) }));
  const examples = EXAMPLES.map(async ({ path, parameters }) => ({ name: path, recipe: await compileRecipe(path, parameters) }));
  return Promise.all([...small, ...examples]);
}

const write = (statements: string): string =>
  `remedy small {\n title: "Small"\n version: 1.0.0\n targets: [intune.remediation]\n step only "Only" {\n ${statements}\n }\n}\n`;
