import { createDiagnostic } from "../diagnostics/catalog.ts";
import { describeNetworkError, isUntrusted } from "../network/network-error.ts";
import { isPassing, Patience, readRetryAfter } from "../network/patience.ts";
import { MissingAzureIdentityError } from "../signing/keys/azure-token.ts";
import { ChangedMeanwhile, GraphFault, graphFault, LostAnswer, notCarriedOut } from "./fault.ts";
import { isFields } from "./shape.ts";
import type { Fields } from "./shape.ts";

/** All that Graph's client asks of the outside world. */
export interface GraphHost {
  readonly fetch: typeof globalThis.fetch;
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
  /** A bearer token; `renew` asks for a fresh one, since the last was refused. Rejects with an error for people. */
  getToken(renew: boolean): Promise<string>;
  /** What a person who waits may want to know: one line. */
  tell(text: string): void;
}

/** One request. `path` begins with the version: `/beta/deviceManagement/…`. */
export interface GraphRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  /** The permission that it needs, as Microsoft documents it: named when it is refused. */
  readonly permission: string;
  readonly body?: Fields;
  /** Of the object as it was read: the request fails where somebody has changed it since. */
  readonly etag?: string | undefined;
  /** Making a second of what is there already is worse than not knowing: then a lost answer is told, not asked for again. */
  readonly isOnce?: boolean;
}

export interface GraphClient {
  /** The body of the answer; undefined where it has none (204), or where what was asked for or is to go is not there (404). */
  send(request: GraphRequest): Promise<Fields | undefined>;
  /** All objects of a list, page after page. */
  list(path: string, permission: string): AsyncGenerator<Fields>;
}

/** How long one request is waited for, with all that it sends and reads. */
const PATIENCE = 100_000;
/** A page of a thousand run states with three outputs of 2 KB each has some 8 MB. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
const MOST_PAGES = 100_000;

/** No answer came: why, and whether another try may help. */
interface Trouble {
  readonly trouble: string;
  readonly isLasting: boolean;
}

/** A client of Graph at an address. It waits as long as it is told when it is throttled, and renews a token that was refused, once. */
export function createGraphClient(endpoint: string, host: GraphHost): GraphClient {
  let token: string | undefined;

  const getToken = async (renew: boolean): Promise<string> => {
    if (token !== undefined && !renew) return token;
    try {
      return (token = await host.getToken(renew));
    } catch (error) {
      if (error instanceof MissingAzureIdentityError) throw graphFault("RMD8031", {});
      throw graphFault("RMD8207", { reason: describeSignInError(error) });
    }
  };

  /** One try: the answer, or that none came. */
  const ask = async (request: GraphRequest, renew: boolean): Promise<Response | Trouble> => {
    const bearer = await getToken(renew);
    try {
      return await host.fetch(resolveAddress(endpoint, request.path), {
        method: request.method,
        headers: {
          authorization: `Bearer ${bearer}`,
          accept: "application/json",
          ...(request.body ? { "content-type": "application/json" } : {}),
          ...(request.etag === undefined ? {} : { "if-match": request.etag }),
        },
        ...(request.body ? { body: JSON.stringify(request.body) } : {}),
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch (error) {
      return { trouble: describeNetworkError(error), isLasting: isUntrusted(error) };
    }
  };

  const send = async (request: GraphRequest): Promise<Fields | undefined> => {
    const name = `${request.method} ${request.path.replace(/\?.*$/s, "")}`;
    const patience = new Patience();
    let isRenewed = false;
    for (;;) {
      const response = await ask(request, isRenewed && token === undefined);
      const status = "trouble" in response ? 0 : response.status;
      const body = "trouble" in response ? response : await readAnswer(response, name);
      if (status >= 200 && status < 300 && !("trouble" in body)) return readBody(body.text, request.method, name);
      if (status === 404 && (request.method === "GET" || request.method === "DELETE")) return undefined;
      const trouble = "trouble" in body ? body.trouble : describeRefusal(status, body.text);
      if (status === 401 && !isRenewed) {
        isRenewed = true;
        token = undefined;
        continue;
      }
      if (status === 403) throw graphFault("RMD8209", { request: name, detail: trouble, permission: request.permission });
      if (status === 412) throw new ChangedMeanwhile(createDiagnostic("RMD8211", undefined, { request: name }));
      if (status === 401) throw graphFault("RMD8217", { request: name, detail: trouble });
      if (status >= 300 && status < 400) throw graphFault("RMD8210", { request: name, reason: `it leads to ${describeTarget(response)}` });
      const isLasting = "isLasting" in response ? response.isLasting : status >= 300 && !isPassing(status);
      if (isLasting) throw notCarriedOut(name, trouble, true);
      const asked = "trouble" in response ? undefined : readRetryAfter(response.headers.get("retry-after"), host.now());
      const next = patience.next(status, asked);
      if ("end" in next) throw notCarriedOut(name, `${trouble}; ${next.end}`, false);
      await pause(host, next.wait, `${name}: ${trouble}`);
      // 429 is said before anything is done.
      if (request.isOnce === true && status !== 429) throw new LostAnswer(notCarriedOut(name, trouble, false).diagnostic);
    }
  };

  async function* list(path: string, permission: string): AsyncGenerator<Fields> {
    const seen = new Set<string>();
    for (let next: string | undefined = path; next !== undefined;) {
      const name = `GET ${path.replace(/\?.*$/s, "")}`;
      if (seen.has(next)) throw graphFault("RMD8210", { request: name, reason: "its next page is one that came before" });
      if (seen.size >= MOST_PAGES) throw graphFault("RMD8210", { request: name, reason: `it has more than ${MOST_PAGES} pages` });
      seen.add(next);
      const page: Fields | undefined = await send({ method: "GET", path: next, permission });
      if (!page) throw notCarriedOut(name, "HTTP status 404: there is nothing at this address", true);
      const { value, "@odata.nextLink": link } = page;
      if (!Array.isArray(value)) throw graphFault("RMD8210", { request: name, reason: "its 'value' is no list" });
      for (const item of value as readonly unknown[]) {
        if (!isFields(item)) throw graphFault("RMD8210", { request: name, reason: "its 'value' holds something that is no object" });
        yield item;
      }
      next = link === undefined || link === null ? undefined : readLink(link, endpoint, name);
    }
  }

  return { send, list };
}

/** Waits before another try; a person who waits longer than a moment hears why. */
export async function pause(host: Pick<GraphHost, "sleep" | "tell">, wait: number, trouble: string): Promise<void> {
  if (wait > 2000) host.tell(`${trouble}; going on in ${Math.round(wait / 1000)} s`);
  await host.sleep(wait);
}

/** In the words of `@azure/identity`, where those say what happened. */
function describeSignInError(error: unknown): string {
  const reason = describeReason(describeNetworkError(error));
  // It stumbles over answers of other shapes.
  if (reason.startsWith("Cannot read propert")) return "the sign-in service gave an answer that is none";
  // MSAL's word for it, with an address of a page that says no more.
  return reason.startsWith("network_error")
    ? "the sign-in service cannot be reached (no network, a proxy in between, or one whose certificate is not trusted)"
    : reason;
}

/** Where an answer sends its reader: not with what follows the name of the host, which may be secret. */
function describeTarget(response: Response | Trouble): string {
  const location = "headers" in response ? response.headers.get("location") : null;
  return location !== null && URL.canParse(location) ? new URL(location).origin : "another address";
}

function resolveAddress(endpoint: string, path: string): URL {
  return new URL(path, endpoint);
}

/** The token goes to Graph alone: a next page of another host is none. */
function readLink(link: unknown, endpoint: string, name: string): string {
  const url = typeof link === "string" && URL.canParse(link) ? new URL(link) : undefined;
  if (!url) throw graphFault("RMD8210", { request: name, reason: "the address of its next page is none" });
  if (url.origin !== new URL(endpoint).origin)
    throw graphFault("RMD8210", { request: name, reason: `its next page is at ${url.origin}, which is not ${endpoint}` });
  return `${url.pathname}${url.search}`;
}

/** The text of an answer, of bounded length. */
async function readAnswer(response: Response, name: string): Promise<{ readonly text: string } | Trouble> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      length += part.length;
      if (length > LARGEST_ANSWER) throw graphFault("RMD8210", { request: name, reason: `it has more than ${LARGEST_ANSWER} bytes` });
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof GraphFault) throw error;
    return { trouble: `the answer broke off: ${describeNetworkError(error)}`, isLasting: false };
  }
  return { text: new TextDecoder().decode(Buffer.concat(parts)) };
}

function readBody(text: string, method: string, name: string): Fields | undefined {
  // Who asks for something must never take an empty answer for "there is none": it would be made a second time.
  if (text === "" && method === "GET") throw graphFault("RMD8210", { request: name, reason: "it is empty" });
  if (text === "") return undefined;
  const value = parseJson(text);
  if (!isFields(value)) throw graphFault("RMD8210", { request: name, reason: value === undefined ? "it is no JSON" : "it is no object" });
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Graph's errors: `{ error: { code, message } }`; in Intune's the message may be JSON once more, with a `Message`. */
function describeRefusal(status: number, text: string): string {
  const body = parseJson(text);
  const error = isFields(body) && isFields(body["error"]) ? body["error"] : {};
  const { code, message, innerError } = error;
  const inner = typeof message === "string" ? parseJson(message) : undefined;
  const said = isFields(inner) && typeof inner["Message"] === "string" ? inner["Message"] : message;
  const id = isFields(innerError) ? innerError["request-id"] : undefined;
  return [
    `HTTP status ${status}`,
    ...(status < 500 && text.trim() !== "" && body === undefined ? [" with an answer that is no JSON, as of a proxy"] : []),
    ...(typeof code === "string" && code !== "" ? [` ${code}`] : []),
    ...(typeof said === "string" && said !== "" ? [`: ${describeReason(said)}`] : []),
    ...(typeof id === "string" ? [` (request ${id.slice(0, 60)})`] : []),
  ].join("");
}

/** A text from outside as a clause: one line of bounded length without its final full stop. */
function describeReason(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/gu, "; ");
  return (line.length > 400 ? `${line.slice(0, 400)}\u2026` : line).replace(/\.+$/u, "");
}
