import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createPlainServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { connect } from "node:net";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireProgram } from "../../entry/requirements.ts";

/** A web server on this computer, with a certificate for `localhost` that lasts a day and that only who is told so trusts. */
export interface DownloadServer {
  /** `https://localhost:40001` */
  readonly origin: string;
  /** The same with another certificate, which nobody trusts. */
  readonly strange: string;
  /** `http://localhost:40002`, a proxy, and one that asks for a password. */
  readonly proxy: string;
  readonly lockedProxy: string;
  /** PEM of the certificate. */
  readonly certificate: string;
  /** A folder that goes with the server. */
  readonly folder: string;
  /** What is at each address that has something whole. */
  readonly content: Buffer;
  /** `GET /cut bytes=1000-`, in their order; `CONNECT localhost:40001` of the proxy. */
  readonly requests: string[];
  close(): void;
}

export async function startDownloadServer(): Promise<DownloadServer> {
  requireProgram("openssl");
  const folder = mkdtempSync(join(tmpdir(), "remedyc-download-"));
  const makeCertificate = (name: string): { cert: Buffer; key: Buffer } => {
    const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
    const subject = ["-subj", `/CN=${name}`, "-addext", "subjectAltName=DNS:localhost", "-days", "1"];
    const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    execFileSync("openssl", ["req", "-x509", ...kind, "-keyout", key, "-out", cert, ...subject], { stdio: "ignore" });
    return { cert: readFileSync(cert), key: readFileSync(key) };
  };
  const content = randomBytes(300_000);
  const requests: string[] = [];
  const seen = new Map<string, number>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? "";
    const times = (seen.get(path) ?? 0) + 1;
    seen.set(path, times);
    requests.push(`GET ${path}${request.headers.range === undefined ? "" : ` ${request.headers.range}`}`);
    serve(path.replace(/\?.*$/, ""), times, request, response, content);
  };
  const servers: Server[] = [];
  const listen = async (server: Server): Promise<number> => {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    return (server.address() as AddressInfo).port;
  };
  const openProxy = (locked: boolean): Server =>
    createPlainServer().on("connect", (request: IncomingMessage, socket) => {
      requests.push(`CONNECT ${request.url ?? ""}`);
      if (locked)
        return socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n");
      const [, port] = (request.url ?? "").split(":");
      const upstream = connect(Number(port), "localhost", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on("error", () => socket.destroy());
      socket.on("error", () => upstream.destroy());
      return socket;
    });
  const ours = await listen(createServer(makeCertificate("ours"), answer));
  const strange = await listen(createServer(makeCertificate("strange"), answer));
  const proxy = await listen(openProxy(false));
  const lockedProxy = await listen(openProxy(true));
  return {
    origin: `https://localhost:${ours}`,
    strange: `https://localhost:${strange}`,
    proxy: `http://localhost:${proxy}`,
    lockedProxy: `http://localhost:${lockedProxy}`,
    certificate: join(folder, "ours.pem"),
    folder,
    content,
    requests,
    close: () => {
      for (const server of servers) server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What lies at the addresses, by what goes wrong there. */
function serve(path: string, times: number, request: IncomingMessage, response: ServerResponse, content: Buffer): void {
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
  const sendRest = (): void => {
    const head = { "Content-Length": content.length - start };
    if (start === 0) response.writeHead(200, head);
    else response.writeHead(206, { ...head, "Content-Range": `bytes ${start}-${content.length - 1}/${content.length}` });
    response.end(content.subarray(start));
  };
  const sendHalf = (): void => {
    response.writeHead(200, { "Content-Length": content.length });
    response.write(content.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 200));
  };
  switch (path) {
    case "/cut/agent.msi":
      if (times === 1) sendHalf();
      else sendRest();
      return;
    case "/always-cut.msi":
      sendHalf();
      return;
    case "/no-range.msi":
      if (times === 1) {
        sendHalf();
        return;
      }
      response.writeHead(200, { "Content-Length": content.length });
      response.end(content);
      return;
    case "/behind.msi":
      if (times === 1) sendHalf();
      else if (start > 0) response.writeHead(416).end();
      else sendRest();
      return;
    case "/chunked.msi":
      response.write(content.subarray(0, 1000));
      response.end(content.subarray(1000));
      return;
    case "/elsewhere.msi":
      response.writeHead(302, { Location: "/whole.msi?token=1" }).end();
      return;
    case "/to-http.msi":
      response.writeHead(302, { Location: "http://localhost:1/whole.msi" }).end();
      return;
    case "/round.msi":
      response.writeHead(307, { Location: "/round.msi" }).end();
      return;
    case "/busy.msi":
      if (times < 3) response.writeHead(503).end("later");
      else sendRest();
      return;
    case "/silent.msi":
      return;
    case "/slow.msi": {
      response.writeHead(200, { "Content-Length": content.length });
      const timer = setInterval(() => response.write(content.subarray(0, 10)), 50);
      response.on("close", () => clearInterval(timer));
      return;
    }
    case "/whole.msi":
      sendRest();
      return;
    default:
      response.writeHead(404).end("nothing here");
  }
}
