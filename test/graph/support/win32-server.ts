import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

type Fields = { [field: string]: unknown };

interface ContentFile {
  uploadState: string;
  azureStorageUri: string;
  azureStorageUriExpirationDateTime: string;
  readonly blocks: Map<string, Buffer>;
  content: Buffer | undefined;
}

/** Apps of a tenant and the storage for their packages, on one machine: states that take a while, addresses that expire, blocks and their list. */
export class Win32Server {
  readonly apps: {
    readonly id: string;
    readonly properties: Fields;
    readonly versions: (ContentFile | undefined)[];
    assignments: Fields[];
  }[] = [];
  readonly requests: string[] = [];
  readonly commits: Fields[] = [];
  readonly storageFaults: number[] = [];
  diesAt: { readonly request: number; readonly mode: "lost before" | "lost after" } | undefined;
  /** Blocks that an address takes until it has expired. */
  expiresAfter = Infinity;
  lifetime = 600_000;
  renewals = 0;
  failCommit = false;
  url = "";
  #taken = 0;

  async start(): Promise<this> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => this.#meet(request, response, Buffer.concat(parts)));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    afterAll(() => {
      server.close();
      server.closeAllConnections();
    });
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return this;
  }

  reset(): void {
    this.apps.length = 0;
    this.requests.length = 0;
  }

  /** SHA-256 of what the app's committed version has. */
  committed(): string | undefined {
    const [app] = this.apps;
    const content = app?.versions[Number(app.properties["committedContentVersion"]) - 1]?.content;
    return content && createHash("sha256").update(content).digest("hex");
  }

  #meet(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    this.requests.push(`${request.method ?? ""} ${request.url ?? ""}`);
    const isDead = this.diesAt !== undefined && this.requests.length >= this.diesAt.request;
    const mode = isDead ? (this.requests.length > (this.diesAt?.request ?? 0) ? "lost before" : this.diesAt?.mode) : undefined;
    if (mode === "lost before") return void request.socket.destroy();
    const url = new URL(request.url ?? "", this.url);
    const [status, answer] = url.pathname.startsWith("/storage/")
      ? [this.#store(request, url, body)]
      : this.#answer(request.method ?? "", url.pathname.split("/").slice(4), body.toString());
    if (mode === "lost after") return void request.socket.destroy();
    response.writeHead(status, { "content-type": "application/json" }).end(answer === undefined ? "" : JSON.stringify(answer));
  }

  #store(request: IncomingMessage, url: URL, body: Buffer): number {
    if (request.headers.authorization !== undefined) return 400;
    const fault = this.storageFaults.shift();
    if (fault !== undefined) return fault;
    const [, , app = "", version = ""] = url.pathname.split("/");
    const file = this.apps[Number(app)]?.versions[Number(version) - 1];
    if (!file || url.searchParams.get("sig") !== new URL(file.azureStorageUri).searchParams.get("sig") || this.#taken >= this.expiresAfter)
      return 403;
    if (url.searchParams.get("comp") === "block") {
      file.blocks.set(url.searchParams.get("blockid") ?? "", body);
      this.#taken++;
    } else {
      const ids = [...body.toString().matchAll(/<Latest>(.*?)<\/Latest>/g)].map(([, id]) => id ?? "");
      if (ids.some((id) => !file.blocks.has(id))) return 400;
      file.content = Buffer.concat(ids.map((id) => file.blocks.get(id) ?? Buffer.alloc(0)));
    }
    return 201;
  }

  #answer(method: string, [id, part, , version, , file, action]: readonly string[], text: string): readonly [number, unknown?] {
    const body = text === "" ? {} : (JSON.parse(text) as Fields);
    if (id === undefined && method === "GET") return [200, { value: this.apps.map((app) => ({ id: app.id, ...app.properties })) }];
    if (id === undefined) {
      const app = { id: String(this.apps.length), properties: { ...body, publishingState: "notPublished" }, versions: [], assignments: [] };
      this.apps.push(app);
      return [201, { id: app.id, ...body }];
    }
    const app = this.apps[Number(id)];
    if (!app) return [404];
    if (method === "DELETE") return [204, void this.apps.splice(Number(id), 1)];
    if (part === "assignments") return [200, { value: app.assignments }];
    if (part === "assign") {
      if (app.properties["publishingState"] !== "published") return [400];
      app.assignments = body["mobileAppAssignments"] as Fields[];
      return [204];
    }
    if (method === "PATCH") {
      const wanted = body["committedContentVersion"];
      if (wanted !== undefined && app.versions[Number(wanted) - 1]?.uploadState !== "commitFileSuccess") return [400];
      return [200, Object.assign(app.properties, body, wanted === undefined ? {} : { publishingState: "processing" })];
    }
    if (version === undefined && method === "POST") return [201, { id: String(app.versions.push(undefined)) }];
    if (version === undefined) {
      const told = { id: app.id, ...app.properties };
      if (app.properties["publishingState"] === "processing") app.properties["publishingState"] = "published";
      return [200, told];
    }
    return this.#answerFile(app.versions, Number(id), Number(version), file === undefined ? "create" : (action ?? "get"), body);
  }

  #answerFile(
    versions: (ContentFile | undefined)[],
    app: number,
    version: number,
    action: string,
    body: Fields,
  ): readonly [number, unknown?] {
    const place = version - 1;
    const address = (): Pick<ContentFile, "azureStorageUri" | "azureStorageUriExpirationDateTime"> => ({
      azureStorageUri: `${this.url}/storage/${app}/${version}?sig=${this.requests.length}`,
      azureStorageUriExpirationDateTime: new Date(Date.now() + this.lifetime).toISOString(),
    });
    if (action === "create") {
      versions[place] = { uploadState: "azureStorageUriRequestPending", ...address(), blocks: new Map(), content: undefined };
      return [201, { id: "f" }];
    }
    const file = versions[place];
    if (!file) return [404];
    if (action === "get") {
      const { uploadState, azureStorageUri, azureStorageUriExpirationDateTime } = file;
      // Pending once, then done.
      file.uploadState = uploadState.replace(/Pending$/, uploadState.startsWith("commit") && this.failCommit ? "Failed" : "Success");
      return [200, { id: "f", uploadState, azureStorageUri, azureStorageUriExpirationDateTime }];
    }
    if (action === "renewUpload") {
      this.renewals++;
      this.#taken = 0;
      Object.assign(file, address(), { uploadState: "azureStorageUriRenewalPending" });
      return [200];
    }
    if (!file.content) return [400];
    this.commits.push(body["fileEncryptionInfo"] as Fields);
    file.uploadState = "commitFilePending";
    return [200];
  }
}
