import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

type Fields = { readonly [field: string]: unknown };

/** A script as the tenant keeps it. */
export interface KeptScript {
  readonly id: string;
  readonly properties: { [name: string]: unknown };
  revision: number;
  assignments: Fields[];
  runStates: Fields[];
}

/** What a request meets before, or instead of, being answered as it should. */
export type Fault =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      /** It is carried out all the same. */
      readonly isDone?: boolean;
    }
  /** The connection breaks off: before anything is done, or after all of it. */
  | "lost before"
  | "lost after";

/** A tenant on this machine that behaves as Microsoft Graph is documented: pages, ETags, throttling, tokens that expire. */
export class GraphServer {
  readonly scripts = new Map<string, KeptScript>();
  readonly groups: { readonly id: string; readonly displayName: string }[] = [];
  readonly filters: { readonly id: string; readonly displayName: string }[] = [];
  /** `METHOD path`, in the order of arrival. */
  readonly requests: string[] = [];
  readonly bodies: Fields[] = [];
  /** What the next requests meet, in turn; undefined is nothing. */
  readonly faults: (Fault | undefined)[] = [];
  /** The request with this number meets this, and all after it are not carried out: answered alike, or never. */
  diesAt: { readonly request: number; readonly mode: Fault } | undefined;
  token = "token-1";
  pageSize = 2;
  /** Something else than the documented answer to a GET of this path. */
  readonly odd = new Map<string, unknown>();
  url = "";

  async start(): Promise<this> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => this.#meet(request, response, Buffer.concat(parts).toString("utf8")));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    afterAll(() => {
      server.close();
      server.closeAllConnections();
    });
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return this;
  }

  add(properties: Fields, more: Partial<Pick<KeptScript, "assignments" | "runStates">> = {}): KeptScript {
    const script: KeptScript = { id: randomUUID(), properties: { ...properties }, revision: 1, assignments: [], runStates: [], ...more };
    this.scripts.set(script.id, script);
    return script;
  }

  /** Everything that publishing can change, for comparison. */
  snapshot(): unknown {
    return [...this.scripts.values()]
      .map(({ properties, assignments }) => ({
        properties,
        assignments: assignments.map(({ target, runSchedule }) => ({ target, runSchedule })),
      }))
      .sort((a, b) => String(a.properties["displayName"]).localeCompare(String(b.properties["displayName"])));
  }

  #meet(request: IncomingMessage, response: ServerResponse, text: string): void {
    this.requests.push(`${request.method ?? ""} ${decodeURIComponent(request.url ?? "")}`);
    if (text !== "") this.bodies.push(JSON.parse(text) as Fields);
    const isDead = this.diesAt !== undefined && this.requests.length >= this.diesAt.request;
    const fault = isDead ? this.#findLastingFault() : this.faults.shift();
    if (fault === "lost before") return void request.socket.destroy();
    if (typeof fault === "object") {
      if (fault.isDone === true) this.#answer(request, text);
      return void response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers }).end(fault.body);
    }
    const [status, body] = this.#answer(request, text);
    if (fault === "lost after") return void request.socket.destroy();
    response.writeHead(status, { "content-type": "application/json" }).end(body === undefined ? "" : JSON.stringify(body));
  }

  #findLastingFault(): Fault | undefined {
    const { request, mode } = this.diesAt ?? { request: 0, mode: undefined };
    if (this.requests.length === request) return mode;
    return typeof mode === "object" ? { ...mode, isDone: false } : "lost before";
  }

  #answer(request: IncomingMessage, text: string): readonly [number, unknown?] {
    if (request.headers.authorization !== `Bearer ${this.token}`)
      return [401, { error: { code: "InvalidAuthenticationToken", message: "Lifetime validation failed, the token is expired." } }];
    const url = new URL(request.url ?? "", this.url);
    const odd = this.odd.get(url.pathname);
    if (odd !== undefined && request.method === "GET") return [200, odd];
    const [, version, ...parts] = decodeURIComponent(url.pathname).split("/");
    if (version === "v1.0" && parts[0] === "groups") return this.#answerGroups(url, parts[1]);
    if (parts.join("/") === "deviceAppManagement/mobileApps") return [200, { value: [] }];
    if (version !== "beta" || parts[0] !== "deviceManagement")
      return [404, { error: { code: "ResourceNotFound", message: "No such path." } }];
    if (parts[1] === "assignmentFilters") return [200, this.#page(this.filters, url)];
    const id = parts[2];
    if (id === undefined)
      return request.method === "POST"
        ? this.#create(JSON.parse(text) as Fields)
        : [200, this.#page([...this.scripts.values()].map(list), url)];
    const script = this.scripts.get(id);
    if (!script) return [404, { error: { code: "ResourceNotFound", message: "There is no such script." } }];
    return this.#answerScript(script, request, parts[3], text, url);
  }

  #answerScript(
    script: KeptScript,
    request: IncomingMessage,
    part: string | undefined,
    text: string,
    url: URL,
  ): readonly [number, unknown?] {
    if (part === "assignments") return [200, this.#page(script.assignments, url)];
    if (part === "deviceRunStates") return [200, this.#page(script.runStates, url)];
    if (part === "getRemediationHistory") return [200, { historyData: [] }];
    if (part === "assign") {
      script.assignments = (JSON.parse(text) as { deviceHealthScriptAssignments: Fields[] }).deviceHealthScriptAssignments.map((each) => ({
        id: randomUUID(),
        ...each,
      }));
      return [204];
    }
    if (request.method === "GET") return [200, whole(script)];
    if (request.headers["if-match"] !== etagOf(script))
      return [412, { error: { code: "PreconditionFailed", message: "The ETag is of another version." } }];
    if (request.method === "DELETE") {
      this.scripts.delete(script.id);
      return [204];
    }
    Object.assign(script.properties, JSON.parse(text));
    script.revision++;
    return [200, whole(script)];
  }

  #create(body: Fields): readonly [number, unknown?] {
    const missing = ["displayName", "detectionScriptContent", "runAs32Bit", "runAsAccount"].find((name) => body[name] === undefined);
    if (missing !== undefined)
      return [400, { error: { code: "BadRequest", message: JSON.stringify({ Message: `${missing} is missing.` }) } }];
    return [201, whole(this.add(body))];
  }

  #answerGroups(url: URL, id: string | undefined): readonly [number, unknown?] {
    if (id !== undefined) {
      const group = this.groups.find((each) => each.id === id);
      return group ? [200, group] : [404, { error: { code: "Request_ResourceNotFound", message: "No such group." } }];
    }
    const [, name = ""] = /^displayName eq '(.*)'$/.exec(url.searchParams.get("$filter") ?? "") ?? [];
    return [
      200,
      this.#page(
        this.groups.filter((group) => group.displayName === name.replaceAll("''", "'")),
        url,
      ),
    ];
  }

  #page(items: readonly unknown[], url: URL): Fields {
    const from = Number(url.searchParams.get("$skiptoken") ?? 0);
    const next = new URL(url);
    next.searchParams.set("$skiptoken", String(from + this.pageSize));
    return {
      value: items.slice(from, from + this.pageSize),
      ...(from + this.pageSize < items.length ? { "@odata.nextLink": next.href } : {}),
    };
  }
}

function etagOf(script: KeptScript): string {
  return `W/"${script.revision}"`;
}

function whole(script: KeptScript): Fields {
  return { "@odata.etag": etagOf(script), id: script.id, ...script.properties };
}

/** Lists tell no script's content. */
function list(script: KeptScript): Fields {
  return { ...whole(script), detectionScriptContent: null, remediationScriptContent: null };
}
