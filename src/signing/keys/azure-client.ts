import { describeNetworkError, isUntrusted } from "../../network/network-error.ts";
import { isPassing, readRetryAfter } from "../../network/patience.ts";
import type { SigningHost } from "../host.ts";
import { failWith, finding, succeed, type Outcome } from "../outcome.ts";
import { getDefaultAzureToken, MissingAzureIdentityError } from "./azure-token.ts";

/** One Azure service. */
export interface AzureService {
  /** For messages. */
  readonly name: string;
  /** The address that the token may be sent to. */
  readonly endpoint: string;
  /** What the token is for. */
  readonly scope: string;
}

/** An answer with status 200 to 299. */
export interface AzureAnswer {
  readonly body: Readonly<Record<string, unknown>>;
  readonly operationLocation: string | undefined;
  /** What the service asks to wait, in milliseconds. */
  readonly retryAfter: number | undefined;
}

/** Sends a request to a path below the endpoint, or to an address of the same host; a body makes it a POST. */
export type AzureRequest = (address: string, body?: Readonly<Record<string, unknown>>) => Promise<Outcome<AzureAnswer>>;

const tries = 6;
const patience = 30_000;
const longestWait = 60_000;

/** A client that waits when it is throttled and renews a token that was refused, once. The token is fetched with the first request. */
export function createAzureClient(service: AzureService, host: SigningHost): AzureRequest {
  const getToken = host.getAzureToken ?? getDefaultAzureToken;
  // Azure's errors may have several lines, and end as sentences do.
  const fail = (detail: string) =>
    failWith(finding("RMD8029", { service: service.name, detail: detail.replace(/\s*\n\s*/gu, "; ").replace(/\.+$/u, "") }));
  let token: string | undefined;

  return async (address, body) => {
    const url = resolveAddress(service.endpoint, address);
    if (!url) return fail(`the address '${address}' is not one of ${service.endpoint} over https`);
    let isRenewed = false;
    let trouble = "";
    for (let attempt = 0; attempt < tries; attempt++) {
      try {
        token ??= await getToken(service.scope, isRenewed);
      } catch (error) {
        return error instanceof MissingAzureIdentityError
          ? failWith(finding("RMD8031", {}))
          : fail(`no access token: ${describeNetworkError(error)}`);
      }
      let response: Response;
      try {
        response = await host.fetch(url, {
          ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
          headers: {
            authorization: `Bearer ${token}`,
            accept: "application/json",
            ...(body ? { "content-type": "application/json" } : {}),
          },
          redirect: "error",
          signal: AbortSignal.timeout(patience),
        });
      } catch (error) {
        trouble = describeNetworkError(error);
        if (isUntrusted(error)) return fail(trouble);
        await host.sleep(1000 * 2 ** attempt);
        continue;
      }
      const content = await readJson(response);
      const retryAfter = readRetryAfter(response.headers.get("retry-after"), host.now());
      if (response.ok)
        return succeed({ body: content, operationLocation: response.headers.get("operation-location") ?? undefined, retryAfter });
      trouble = describeError(response.status, content);
      if (response.status === 401 && !isRenewed) {
        isRenewed = true;
        token = undefined;
        continue;
      }
      if (!isPassing(response.status)) return fail(trouble);
      await host.sleep(Math.min(retryAfter ?? 1000 * 2 ** attempt, longestWait));
    }
    return fail(`it gave no answer in ${tries} tries, the last time: ${trouble}`);
  };
}

/** The token goes to the service alone: same host, https. Plain http only to this very machine, where tests have their server. */
function resolveAddress(endpoint: string, address: string): URL | undefined {
  try {
    const base = new URL(endpoint);
    const url = new URL(address, endpoint);
    const isSafe = base.protocol === "https:" || (base.protocol === "http:" && base.hostname === "127.0.0.1");
    return isSafe && url.origin === base.origin ? url : undefined;
  } catch {
    return undefined;
  }
}

async function readJson(response: Response): Promise<Readonly<Record<string, unknown>>> {
  try {
    const value: unknown = await response.json();
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Azure's errors: `{ error: { code, message } }` in Key Vault, `{ errorDetail: … }` in Trusted Signing. */
function describeError(status: number, body: Readonly<Record<string, unknown>>): string {
  const error = body["error"] ?? body["errorDetail"];
  const message =
    typeof error === "object" && error !== null && "message" in error && typeof error.message === "string"
      ? `: ${error.message.replace(/\.$/u, "")}`
      : "";
  return `HTTP status ${status}${message}`;
}
