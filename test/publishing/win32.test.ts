import { createHash, randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { catchFault } from "../../src/graph/fault.ts";
import type { OpenIntunewin } from "../../src/intunewin/open-intunewin.ts";
import { findOwn } from "../../src/publishing/plan.ts";
import { toAppAssignments } from "../../src/publishing/win32/app-assignments.ts";
import { planApp } from "../../src/publishing/win32/plan-app.ts";
import type { BuiltApp } from "../../src/publishing/win32/plan-app.ts";
import { publishApp } from "../../src/publishing/win32/publish-app.ts";
import { listApps } from "../../src/publishing/win32/tenant-apps.ts";
import type { Span } from "../../src/source/source-file.ts";
import { createFakeGraph } from "../graph/support/fake-graph.ts";
import { Win32Server } from "../graph/support/win32-server.ts";

/** Three blocks, the last of which is short; two of them are enough to be interrupted between. */
const CONTENT = randomBytes(9 * 1024 * 1024 + 48);
const SHORT = CONTENT.subarray(0, 4 * 1024 * 1024 + 48);
const SHA256 = createHash("sha256").update(CONTENT).digest("hex");

function createApp(more: object = {}, fileDigest = "d", content = CONTENT): BuiltApp {
  const encryption = { encryptionKey: "k", macKey: "m", initializationVector: "i", mac: "a", fileDigest };
  const opened = {
    detection: { fileName: "IntunePackage.intunewin", unencryptedContentSize: content.length - 60, encryption },
    encryptedContentSize: content.length,
    streamEncrypted: () => Promise.resolve([content.subarray(0, 3_000_000), content.subarray(3_000_000)]),
  };
  return {
    name: "agent",
    title: "Agent",
    package: opened as unknown as OpenIntunewin,
    settings: {
      "@odata.type": "#microsoft.graph.win32LobApp",
      displayName: "Agent",
      rules: [{ ruleType: "detection", runAs32Bit: false }],
      ...more,
    },
  };
}

let server: Win32Server;
beforeEach(async () => {
  server = await new Win32Server().start();
});

const DIRECTORY = { groups: new Map(), filters: new Map() };
const ASSIGNMENTS = toAppAssignments(
  { name: "agent", span: {} as Span, targets: [{ to: { kind: "devices" }, filter: undefined, intent: "required" }], excluded: [] },
  DIRECTORY,
  [],
);

/** Publishes an app; `meet` answers in place of Graph or of the storage where it gives something. */
const publish = async (app = createApp(), meet: (url: URL, init: RequestInit) => Response | Error | undefined = () => undefined) => {
  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const met = meet(new URL(input instanceof Request ? input.url : input), init);
    if (met instanceof Error) throw new TypeError("fetch failed", { cause: met });
    return met ?? globalThis.fetch(input, init);
  };
  const { client, pauses } = createFakeGraph(server, { fetch });
  const told: string[] = [];
  const host = {
    fetch,
    now: () => new Date(),
    sleep: (milliseconds: number) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    tell: (text: string) => void told.push(text),
  };
  const sent: number[] = [];
  const result = await catchFault(async () => {
    const id = findOwn(await listApps(client), "contoso", []).get("agent")?.id;
    const planned = await planApp({ built: app, assignments: ASSIGNMENTS }, id, client, DIRECTORY);
    await publishApp(planned, "contoso", client, host, (bytes) => sent.push(bytes));
    const { existing, body, isUploaded, assignments } = planned;
    return { isCreated: !existing, isUploaded, changed: existing ? Object.keys(body) : [], isAssigned: assignments !== undefined };
  });
  return {
    ...("value" in result ? { value: result.value } : { said: `${result.fault.code} ${result.fault.message}` }),
    sent,
    told,
    pauses,
  };
};

describe("a Win32 app", () => {
  test("is made, its package uploaded in blocks and committed; then nothing is left to do", async () => {
    const first = await publish();
    expect(first).toMatchObject({ value: { isCreated: true, isUploaded: true, changed: [] }, sent: [4194304, 8388608, CONTENT.length] });
    expect(server.apps).toHaveLength(1);
    expect(server.apps[0]?.properties).toMatchObject({
      displayName: "Agent",
      committedContentVersion: "1",
      notes: `remedyc-content: d\nremedyc-id: contoso/agent`,
    });
    expect(server.committed()).toBe(SHA256);
    expect(server.commits[0]).toMatchObject({
      encryptionKey: "k",
      mac: "a",
      fileDigest: "d",
      profileIdentifier: "ProfileVersion1",
      fileDigestAlgorithm: "SHA256",
    });
    const second = await publish();
    expect(second).toMatchObject({ value: { isCreated: false, isUploaded: false, changed: [], isAssigned: false }, sent: [] });
  });

  test("changes the settings that differ, and uploads another package alone", async () => {
    await publish();
    expect(await publish(createApp({ displayName: "Agent 2" }))).toMatchObject({ value: { isUploaded: false, changed: ["displayName"] } });
    expect(await publish(createApp({ displayName: "Agent 2" }, "0".repeat(64)))).toMatchObject({
      value: { isUploaded: true, changed: [] },
    });
    expect(server.apps[0]?.properties["committedContentVersion"]).toBe("2");
  });

  test("renews an address that expires in the middle, and one that is about to", async () => {
    server.expiresAfter = 2;
    expect(await publish()).toMatchObject({ value: { isUploaded: true } });
    expect([server.renewals, server.committed()]).toEqual([1, SHA256]);
    server = await new Win32Server().start();
    server.lifetime = 30_000;
    await publish();
    expect(server.renewals).toBeGreaterThan(1);
    expect(server.committed()).toBe(SHA256);
  });

  test("tries a block again that the storage does not take, and says what it says in the end, without the address", async () => {
    server.storageFaults.push(503, 429, 500);
    expect(await publish()).toMatchObject({ value: { isUploaded: true } });
    server.storageFaults.push(...Array<number>(7).fill(500));
    const lost = await publish(createApp({}, "1".repeat(64)));
    expect(lost).toMatchObject({
      said: expect.stringContaining(
        "RMD8208 Microsoft Graph did not carry out the upload of the package: the storage answered with HTTP status 500; tried 7 times. Run the same command again",
      ) as string,
    });
    expect(JSON.stringify(lost)).not.toContain("sig=");
    server.failCommit = true;
    expect(await publish(createApp({}, "1".repeat(64)))).toMatchObject({
      said: expect.stringContaining("its state is 'commitFileFailed'") as string,
    });
    expect(server.apps[0]?.properties["committedContentVersion"]).toBe("1");
  });

  test("waits for a storage that throttles for minutes as long as it asks, and tells it", async () => {
    let refusals = 3;
    const published = await publish(createApp({}, "d", SHORT), (url) =>
      url.pathname.startsWith("/storage/") && refusals-- > 0
        ? new Response("", { status: 429, headers: { "retry-after": "150" } })
        : undefined,
    );
    expect(published).toMatchObject({ value: { isUploaded: true } });
    expect(published.told).toEqual(Array(3).fill("the storage answered with HTTP status 429; going on in 150 s"));
  });

  test.each<[string, string, (url: URL, init: RequestInit) => Response | Error | undefined]>([
    [
      "an address that is refused, and each new one, too",
      "the upload of the package: the storage answered with HTTP status 403, also with 3 new addresses. Run the same command again",
      (url) => (url.pathname.startsWith("/storage/") ? new Response("", { status: 403 }) : undefined),
    ],
    [
      "a storage that does not take it",
      "the upload of the package: the storage answered with HTTP status 404. Mend that first",
      (url) => (url.pathname.startsWith("/storage/") ? new Response("", { status: 404 }) : undefined),
    ],
    [
      "a storage whose certificate is not trusted",
      "the certificate of the server is not trusted (self-signed certificate in certificate chain); where a proxy opens encrypted connections, name the file of its authority in the variable NODE_EXTRA_CA_CERTS. Mend that first",
      (url) =>
        url.pathname.startsWith("/storage/")
          ? Object.assign(new Error("self-signed certificate in certificate chain"), { code: "SELF_SIGNED_CERT_IN_CHAIN" })
          : undefined,
    ],
    [
      "a storage that hangs up",
      "the connection broke off; tried 7 times. Run the same command again",
      (url) =>
        url.pathname.startsWith("/storage/") ? Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }) : undefined,
    ],
    [
      "a file without a state",
      "RMD8210 The answer of Microsoft Graph to GET /v1.0/deviceAppManagement/mobileApps/0/microsoft.graph.win32LobApp/contentVersions/1/files/f is not as it is documented: it lacks 'uploadState'",
      (url, { method }) => (method === "GET" && url.pathname.includes("/files/") ? new Response("{}") : undefined),
    ],
    [
      "a file that is gone",
      "RMD8208 Microsoft Graph did not carry out the upload to /v1.0/deviceAppManagement/mobileApps/0/microsoft.graph.win32LobApp/contentVersions/1/files/f: Intune no longer has it. Run the same command again",
      (url, { method }) => (method === "GET" && url.pathname.includes("/files/") ? new Response("", { status: 404 }) : undefined),
    ],
  ])("an upload is given up at %s, without the address, and the next call completes it", async (_, says, meet) => {
    const app = createApp({}, "d", SHORT);
    const given = await publish(app, meet);
    expect(given).toMatchObject({ said: expect.stringContaining(says) as string });
    expect(JSON.stringify(given)).not.toContain("sig=");
    expect(given.pauses.length).toBeLessThan(10);
    expect(server.apps[0]?.assignments).toEqual([]);
    expect(await publish(app)).toHaveProperty("value");
    expect([server.apps.length, server.committed()]).toEqual([1, createHash("sha256").update(SHORT).digest("hex")]);
  });

  test.each(["lost before", "lost after"] as const)(
    "interrupted at any request, %s it is carried out: the next call completes it, a third changes nothing",
    async (mode) => {
      const app = createApp({}, "d", SHORT);
      const sha256 = createHash("sha256").update(SHORT).digest("hex");
      await publish(app);
      const total = server.requests.length;
      expect(total).toBeGreaterThan(12);
      for (let request = 1; request <= total; request++) {
        server.reset();
        server.diesAt = { request, mode };
        expect(await publish(app)).toHaveProperty("said");
        server.diesAt = undefined;
        expect(await publish(app)).toHaveProperty("value");
        expect([request, server.apps.length, server.committed()]).toEqual([request, 1, sha256]);
        expect(server.apps[0]?.assignments).toMatchObject([{ intent: "required", settings: { notifications: "showAll" } }]);
        const writes = (): number => server.requests.filter((each) => !each.startsWith("GET")).length;
        const before = writes();
        expect(await publish(app)).toHaveProperty("value");
        expect(writes()).toBe(before);
      }
    },
  );
});
