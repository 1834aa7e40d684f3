import type { Argv } from "yargs";
import { cloudNames } from "../../graph/clouds.ts";
import type { CloudName } from "../../graph/clouds.ts";
import { authNames } from "../../graph/sign-in.ts";
import type { AuthName } from "../../graph/sign-in.ts";
import { addPasswordOptions } from "./signing-options.ts";
import type { PasswordArguments } from "./signing-options.ts";

/** The options that say who signs in to the tenant, as yargs gives them. */
export interface SignInArguments extends PasswordArguments {
  readonly auth: AuthName;
  readonly cloud: CloudName;
  readonly tenant?: string | undefined;
  readonly clientId?: string | undefined;
  readonly certificate?: string | undefined;
  readonly serviceConnection?: string | undefined;
}

/** Declares them. None takes a secret: other users can read a process's arguments. */
export function addSignInOptions<T>(yargs: Argv<T>) {
  const group = "Sign-in:";
  return addPasswordOptions(
    yargs
      .option("auth", { choices: authNames, default: "device-code" as const, describe: "How to sign in", group })
      .option("tenant", { type: "string", requiresArg: true, describe: "Tenant: its id or a domain (or AZURE_TENANT_ID)", group })
      .option("client-id", { type: "string", requiresArg: true, describe: "Application (client) id (or AZURE_CLIENT_ID)", group })
      .option("certificate", {
        type: "string",
        requiresArg: true,
        describe: "certificate: PEM file with the certificate and its private key",
        group,
      })
      .option("service-connection", { type: "string", requiresArg: true, describe: "azure-devops: id of the service connection", group })
      .option("cloud", { choices: cloudNames, default: "global" as const, describe: "Microsoft's cloud that the tenant is in", group }),
  );
}
