import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { beforeEach, describe, expect, test } from "vitest";
import { MissingAzureIdentityError } from "../../src/signing/keys/azure-token.ts";
import { catchFault } from "../../src/graph/fault.ts";
import type { Fields } from "../../src/graph/shape.ts";
import { issue } from "../signing/support/authority.ts";
import { createFakeGraph } from "./support/fake-graph.ts";
import { GraphServer } from "./support/graph-server.ts";

const SCRIPTS = "/beta/deviceManagement/deviceHealthScripts";
let server: GraphServer;

beforeEach(async () => {
  server = await new GraphServer().start();
  for (const name of ["one", "two", "three", "four", "five"]) server.add({ displayName: name });
});

/** Names of all scripts, or the message of what came instead. */
async function listNames(graph = createFakeGraph(server)): Promise<readonly unknown[] | string> {
  const found: Fields[] = [];
  const result = await catchFault(async () => {
    for await (const item of graph.client.list(SCRIPTS, "Some.Right")) found.push(item);
  });
  return "fault" in result ? `${result.fault.code} ${result.fault.message}` : found.map((item) => item["displayName"]);
}

describe("Graph's client", () => {
  test("follows all pages", async () => {
    expect(await listNames()).toEqual(["one", "two", "three", "four", "five"]);
    expect(server.requests).toHaveLength(3);
  });

  test("waits as long as it is told, tells it, and goes on", async () => {
    const graph = createFakeGraph(server);
    server.faults.push(
      { status: 429, headers: { "retry-after": "120" } },
      { status: 503 },
      { status: 429, headers: { "retry-after": new Date(Date.now() + 30_000).toUTCString() } },
      "lost before",
    );
    expect(await listNames(graph)).toHaveLength(5);
    expect(graph.pauses.slice(0, 2)).toEqual([120_000, 1000]);
    expect(graph.pauses[2]).toBeGreaterThan(20_000);
    expect(graph.told[0]).toBe(`GET ${SCRIPTS}: HTTP status 429; going on in 120 s`);
  });

  test("gives up when throttling takes more than ten minutes, and names the request", async () => {
    server.faults.push(...Array.from({ length: 40 }, () => ({ status: 429, headers: { "retry-after": "59" } })));
    expect(await listNames()).toMatch(
      /^RMD8208 Microsoft Graph did not carry out GET \/beta\/deviceManagement\/deviceHealthScripts: HTTP status 429; the service wants another 59 s, after 590 s that were waited\./,
    );
    const graph = createFakeGraph(server, {
      fetch: () => Promise.resolve(new Response("", { status: 429, headers: { "retry-after": "0" } })),
    });
    expect(await listNames(graph)).toContain("after 600 s that were waited");
  });

  test("gives up after seven tries at a service that is not well", async () => {
    server.faults.push(...Array.from({ length: 7 }, () => ({ status: 503, body: "<html>" })));
    expect(await listNames()).toContain("HTTP status 503; tried 7 times");
  });

  test("renews a token that was refused, once", async () => {
    server.token = "token-2";
    expect(await listNames()).toHaveLength(5);
    server.token = "token-3";
    expect(await listNames()).toContain(
      "RMD8217 Microsoft Graph does not take the sign-in for GET /beta/deviceManagement/deviceHealthScripts, nor a fresh one: HTTP status 401 InvalidAuthenticationToken: Lifetime validation failed, the token is expired. Check '--tenant'",
    );
  });

  test("names the permission that is missing, also in the middle of a list", async () => {
    const body = JSON.stringify({
      error: {
        code: "Forbidden",
        message: JSON.stringify({ Message: "Application is not authorized.\nTry again." }),
        innerError: { "request-id": "r-1" },
      },
    });
    server.faults.push(undefined, { status: 403, body });
    expect(await listNames()).toBe(
      "RMD8209 Microsoft Graph refused GET /beta/deviceManagement/deviceHealthScripts: HTTP status 403 Forbidden: Application is not authorized.; Try again (request r-1). It needs the permission Some.Right, with an administrator's consent, and of a person the same right in Intune.",
    );
  });

  test.each([
    ["it is no JSON", { status: 200, body: "<html>" }],
    ["it is no object", { status: 200, body: "[]" }],
    ["its 'value' is no list", { status: 200, body: '{"value":{}}' }],
    ["its 'value' holds something that is no object", { status: 200, body: '{"value":[1]}' }],
    ["the address of its next page is none", { status: 200, body: '{"value":[],"@odata.nextLink":7}' }],
    [
      "its next page is at https://evil.example, which is not http://127.0.0.1:",
      { status: 200, body: '{"value":[],"@odata.nextLink":"https://evil.example/x"}' },
    ],
  ])("an answer of another shape is told: %s", async (reason, fault) => {
    server.faults.push(fault);
    expect(await listNames()).toContain(`RMD8210 The answer of Microsoft Graph to GET ${SCRIPTS} is not as it is documented: ${reason}`);
  });

  test("a server whose certificate is not trusted is not asked again, and it is said what to do", async () => {
    const { certificate, privateKey } = await issue("proxy", undefined);
    const key = privateKey.export({ type: "pkcs8", format: "pem" });
    const cert = `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate.der).toString("base64")}\n-----END CERTIFICATE-----\n`;
    const proxy = createServer({ key, cert });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const graph = createFakeGraph({ url: `https://127.0.0.1:${(proxy.address() as AddressInfo).port}` });
    expect(await listNames(graph)).toContain(
      `RMD8208 Microsoft Graph did not carry out GET ${SCRIPTS}: the certificate of the server is not trusted (self-signed certificate); where a proxy opens encrypted connections, name the file of its authority in the variable NODE_EXTRA_CA_CERTS. Mend that first;`,
    );
    expect(graph.pauses).toEqual([]);
    proxy.close();
  });

  test.each([
    [
      "no address is known for graph.invalid",
      Object.assign(new Error("getaddrinfo ENOTFOUND graph.invalid"), { code: "ENOTFOUND", hostname: "graph.invalid" }),
    ],
    ["the connection was refused", Object.assign(new AggregateError([]), { code: "ECONNREFUSED" })],
    ["nothing came in time", new DOMException("The operation was aborted due to timeout", "TimeoutError")],
    ["fetch failed", new Error("")],
    ["bad port", new Error("bad port")],
  ])("a network that fails is told in words: %s", async (reason, cause) => {
    const graph = createFakeGraph(server, { fetch: () => Promise.reject(new TypeError("fetch failed", { cause })) });
    expect(await listNames(graph)).toContain(`${SCRIPTS}: ${reason}; tried 7 times. Run the same command again`);
    expect(graph.pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000]);
  });

  test("pages that go in a circle, and answers without an end, end", async () => {
    server.odd.set(SCRIPTS, { value: [], "@odata.nextLink": `${server.url}${SCRIPTS}` });
    expect(await listNames()).toContain("its next page is one that came before");
    const endless = createFakeGraph(server, {
      fetch: () =>
        Promise.resolve(new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(16 * 1024 * 1024)) }))),
    });
    expect(await listNames(endless)).toContain("it has more than 67108864 bytes");
  });

  test.each([
    [
      new Error("AADSTS700016: no such application.\r\nTrace ID: 1"),
      "AADSTS700016: no such application.; Trace ID: 1. 'remedyc publish --help' and",
    ],
    [new Error("network_error: Network request failed"), "the sign-in service cannot be reached (no network, a proxy"],
    [
      new Error("Cannot read properties of undefined (reading 'expires_on')"),
      "the sign-in service gave an answer that is none. 'remedyc publish --help' and",
    ],
    [new MissingAzureIdentityError("x"), "RMD8031 The package '@azure/identity' is needed for Azure and cannot be loaded. Install it"],
  ])("what fails when signing in is one line: %s", async (error, says) => {
    const said = await listNames(createFakeGraph(server, { getToken: () => Promise.reject(error) }));
    expect(said).toContain(says.startsWith("RMD") ? says : `RMD8207 Signing in to Microsoft Entra ID failed: ${says}`);
    expect(server.requests).toEqual([]);
  });
});
