import { setTimeout as pause } from "node:timers/promises";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { showText } from "../diagnostics/show-text.ts";
import type { WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { createGraphClient } from "../graph/client.ts";
import type { GraphClient } from "../graph/client.ts";
import { clouds } from "../graph/clouds.ts";
import { createTokenSource, loadAzureIdentity } from "../graph/credential.ts";
import { findSignInGap } from "../graph/sign-in.ts";
import type { SignIn } from "../graph/sign-in.ts";
import type { UploadHost } from "../publishing/win32/upload.ts";
import { readSecret } from "../signing/secrets.ts";
import type { SignInArguments } from "./commands/sign-in-options.ts";
import { readPasswordSource } from "./commands/signing-options.ts";
import { createNodeSigningHost } from "./signing-host.ts";

/** How a command reaches Graph; a test brings its own. */
export type Connect = (argv: SignInArguments, command: string) => Promise<WithDiagnostics<GraphClient | undefined>>;

/** A line for a person who waits: standard error, so that what a command prints stays clean. */
export function tellPerson(text: string): void {
  process.stderr.write(`${showText(text)}\n`);
}

/** How the storage is reached to which an app's content is sent. */
export const storageHost: UploadHost = {
  fetch: globalThis.fetch,
  now: () => new Date(),
  sleep: (milliseconds) => pause(milliseconds),
  tell: tellPerson,
};

/** Signs in as the options say. Nobody is asked before the first request. */
export const connectToGraph: Connect = async (argv, command) => {
  const getEnvironment = (name: string): string | undefined => process.env[name];
  const host = createNodeSigningHost();
  const source = readPasswordSource(argv);
  const password = source.value
    ? await readSecret(source.value, `'${argv.certificate ?? ""}'`, host)
    : { value: undefined, diagnostics: [] };
  const diagnostics = [...source.diagnostics, ...password.diagnostics];
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const signIn: SignIn = {
    auth: argv.auth,
    cloud: argv.cloud,
    tenant: argv.tenant ?? getEnvironment("AZURE_TENANT_ID"),
    client: argv.clientId ?? getEnvironment("AZURE_CLIENT_ID"),
    certificate: argv.certificate,
    password: password.value,
    serviceConnection: argv.serviceConnection,
  };
  const reason = findSignInGap(signIn, getEnvironment);
  if (reason !== undefined) return { value: undefined, diagnostics: [createDiagnostic("RMD8215", undefined, { reason, command })] };
  const getToken = createTokenSource(signIn, {
    fetch: globalThis.fetch,
    getEnvironment,
    tell: tellPerson,
    loadIdentity: loadAzureIdentity,
  });
  const client = createGraphClient(clouds[signIn.cloud].graph, { ...storageHost, getToken });
  return { value: client, diagnostics: [] };
};
