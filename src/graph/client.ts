import { createDiagnostic } from "../diagnostics/catalog.ts";
import { readRetryAfter } from "../signing/keys/azure-client.ts";
import { describeNetworkError } from "../signing/timestamp/client.ts";
import { ChangedMeanwhile, GraphFault, graphFault, LostAnswer } from "./fault.ts";
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
/** How long one request may be put off in all, by throttling or a service that is not well. */
const LONGEST_DELAY = 10 * 60_000;
const TRIES = 7;
const SHORTEST_WAIT = 1000;
/** A page of a thousand run states with three outputs of 2 KB each has some 8 MB. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
const MOST_PAGES = 100_000;
/** Throttled, or not well for the moment (https://learn.microsoft.com/graph/throttling, https://learn.microsoft.com/graph/errors). */
const PASSING: readonly number[] = [408, 429, 500, 502, 503, 504];

/** A client of Graph at an address. It waits as long as it is told when it is throttled, and renews a token that was refused, once. */
export function createGraphClient(endpoint: string, host: GraphHost): GraphClient {
  let token: string | undefined;

  const getToken = async (renew: boolean): Promise<string> => {
    if (token !== undefined && !renew) return token;
    try {
      return (token = await host.getToken(renew));
    } catch (error) {
      const reason = describeReason(describeNetworkError(error));
      // MSAL's word for it, with an address of a page that says no more.
      throw graphFault("RMD8207", { reason: reason.startsWith("network_error") ? "the sign-in service cannot be reached" : reason });
    }
  };

  /** One try: the answer, or that none came. */
  const ask = async (request: GraphRequest, renew: boolean): Promise<Response | { readonly trouble: string }> => {
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
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch (error) {
      return { trouble: describeNetworkError(error) };
    }
  };

  const send = async (request: GraphRequest): Promise<Fields | undefined> => {
    const name = `${request.method} ${request.path.replace(/\?.*$/s, "")}`;
    let delayed = 0;
    let isRenewed = false;
    let trouble = "";
    for (let attempt = 0; attempt < TRIES;) {
      const response = await ask(request, isRenewed && token === undefined);
      const status = "trouble" in response ? 0 : response.status;
      const body = "trouble" in response ? response : await readAnswer(response, name);
      if (status >= 200 && status < 300 && !("trouble" in body)) return readBody(body.text, name);
      if (status === 404 && (request.method === "GET" || request.method === "DELETE")) return undefined;
      trouble = "trouble" in body ? body.trouble : describeRefusal(status, body.text);
      if (status === 401 && !isRenewed) {
        isRenewed = true;
        token = undefined;
        continue;
      }
      if (status === 403) throw graphFault("RMD8209", { request: name, detail: trouble, permission: request.permission });
      if (status === 412) throw new ChangedMeanwhile(createDiagnostic("RMD8211", undefined, { request: name }));
      const isPassing = status < 300 || PASSING.includes(status);
      if (!isPassing) throw graphFault("RMD8208", { request: name, detail: trouble });
      // 429 is said before anything is done.
      if (request.isOnce === true && status !== 429)
        throw new LostAnswer(createDiagnostic("RMD8208", undefined, { request: name, detail: trouble }));
      attempt++;
      const asked = "trouble" in response ? undefined : readRetryAfter(response.headers.get("retry-after"), host.now());
      // A service that says 0 and throttles for ever must come to an end, too.
      const wait = Math.max(asked ?? 1000 * 2 ** (attempt - 1), SHORTEST_WAIT);
      if (delayed + wait > LONGEST_DELAY)
        throw graphFault("RMD8208", {
          request: name,
          detail: `${trouble}; the service wants another ${Math.round(wait / 1000)} s, after ${Math.round(delayed / 1000)} s that were waited`,
        });
      delayed += wait;
      // Being told to wait is no failure: only the time that is spent counts.
      if (asked !== undefined && status === 429) attempt--;
      if (wait > 2000) host.tell(`${name}: ${trouble}; going on in ${Math.round(wait / 1000)} s`);
      await host.sleep(wait);
    }
    throw graphFault("RMD8208", { request: name, detail: `${trouble}; tried ${TRIES} times` });
  };

  async function* list(path: string, permission: string): AsyncGenerator<Fields> {
    const seen = new Set<string>();
    for (let next: string | undefined = path; next !== undefined;) {
      const name = `GET ${path.replace(/\?.*$/s, "")}`;
      if (seen.has(next)) throw graphFault("RMD8210", { request: name, reason: "its next page is one that came before" });
      if (seen.size >= MOST_PAGES) throw graphFault("RMD8210", { request: name, reason: `it has more than ${MOST_PAGES} pages` });
      seen.add(next);
      const page: Fields | undefined = await send({ method: "GET", path: next, permission });
      if (!page) throw graphFault("RMD8208", { request: name, detail: "HTTP status 404: there is nothing at this address" });
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
async function readAnswer(response: Response, name: string): Promise<{ readonly text: string } | { readonly trouble: string }> {
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
    return { trouble: `the answer broke off: ${describeNetworkError(error)}` };
  }
  return { text: new TextDecoder().decode(Buffer.concat(parts)) };
}

function readBody(text: string, name: string): Fields | undefined {
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
