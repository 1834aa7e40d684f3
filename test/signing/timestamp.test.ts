import { beforeAll, describe, expect, it } from "vitest";
import { integer, nullValue, octetString, sequence, utf8String } from "../../src/signing/asn1/der-writer.ts";
import { oids } from "../../src/signing/asn1/object-identifiers.ts";
import type { Certificate } from "../../src/signing/certificate/certificate.ts";
import { requestTimestamp } from "../../src/signing/timestamp/client.ts";
import { encodeTimestampRequest, readTimestampResponse } from "../../src/signing/timestamp/request.ts";
import { verifyTimestamp } from "../../src/signing/timestamp/verify.ts";
import { issue } from "./support/authority.ts";
import { codesOf, toBytes } from "./support/company.ts";
import { createFakeHost } from "./support/fake-host.ts";
import { craftToken, type TokenChanges } from "./support/craft-token.ts";
import { startHttpServer, type CannedAnswer } from "./support/http-server.ts";
import { startTimeStampServer, type TimeStampServer } from "./support/time-stamp-server.ts";
import { createScratchFolder } from "./support/tools.ts";

const scratch = createScratchFolder();
const signature = toBytes("not a real signature: a server stamps any octets");
let good: TimeStampServer;
let anchors: readonly Certificate[];
beforeAll(async () => {
  good = await startTimeStampServer(scratch);
  anchors = [good.root.certificate];
});

/** Asks servers in turn; gives the findings' text, or nothing when a token came. */
async function ask(
  urls: readonly string[],
  trusted: readonly Certificate[] = anchors,
  host = createFakeHost({ fetch: globalThis.fetch }),
): Promise<string> {
  const result = await requestTimestamp(signature, "sha256", { urls, anchors: trusted }, host);
  expect(codesOf(result.diagnostics)).toEqual(result.value ? [] : ["RMD8030"]);
  return result.diagnostics[0]?.message ?? "";
}

const serve = (answer: CannedAnswer): Promise<string> => startHttpServer(() => answer);

/** Fetches a token as any client would. */
async function fetchToken(nonce: Uint8Array, of: Uint8Array = signature): Promise<Uint8Array> {
  const response = await fetch(good.url, { method: "POST", body: new Uint8Array(encodeTimestampRequest(of, "sha256", nonce)) });
  const read = readTimestampResponse(new Uint8Array(await response.arrayBuffer()));
  return "value" in read ? read.value : expect.fail(read.detail);
}

describe("asking for a time stamp", () => {
  it("gets a token from an honest server", async () => {
    expect(await ask([good.url])).toBe("");
  });

  it("goes on to the next server, without a pause", async () => {
    const broken = await serve({ status: 500 });
    const host = createFakeHost({ fetch: globalThis.fetch });
    expect(await ask([broken, good.url], anchors, host)).toBe("");
    expect(host.pauses).toEqual([]);
  });

  it("tries three rounds with growing pauses, then says what every server answered", async () => {
    let count = 0;
    const busy = await startHttpServer(() => (count++, { status: 503 }));
    const garbled = await serve({ status: 200, body: "<html>Welcome</html>" });
    const host = createFakeHost({ fetch: globalThis.fetch });
    const text = await ask([busy, garbled, "http://127.0.0.1:9/"], anchors, host);
    expect(count).toBe(3);
    expect(host.pauses).toEqual([1000, 4000]);
    expect(text).toContain(`${busy}: HTTP status 503`);
    expect(text).toContain(`${garbled}: a value is longer than what holds it`);
    expect(text).toContain("http://127.0.0.1:9/: ");
  });

  it("succeeds in a later round when a server was busy", async () => {
    let count = 0;
    const server = await startHttpServer(async ({ body }) => {
      if (count++ === 0) return { status: 503 };
      const response = await fetch(good.url, { method: "POST", body: new Uint8Array(body) });
      return { status: 200, body: new Uint8Array(await response.arrayBuffer()) };
    });
    const host = createFakeHost({ fetch: globalThis.fetch });
    expect(await ask([server], anchors, host)).toBe("");
    expect(host.pauses).toEqual([1000]);
  });

  it("tells a refusal in the server's words", async () => {
    const body = sequence(sequence(integer(2), sequence(utf8String("no such policy"))));
    expect(await ask([await serve({ status: 200, body })])).toContain("rejection: no such policy");
  });

  it("refuses an answer to another request, and one for other octets", async () => {
    const nonce = Uint8Array.of(9, 9, 9);
    const wrap = (token: Uint8Array): Uint8Array => sequence(sequence(integer(0)), token);
    const replayed = await serve({ status: 200, body: wrap(await fetchToken(nonce)) });
    expect(await ask([replayed])).toContain("its nonce differs");
    const other = await fetchToken(nonce, toBytes("other octets"));
    expect(await ask([await serve({ status: 200, body: wrap(other) })])).toContain("it was made for another signature");
  });

  it("refuses a server that is not trusted", async () => {
    const stranger = await issue("Time-stamp root", undefined, { isAuthority: true });
    expect(await ask([good.url], [stranger.certificate])).toContain("is not trusted");
  });

  it("refuses an answer without a token, or too long a one", async () => {
    expect(await ask([await serve({ status: 200, body: sequence(sequence(integer(0))) })])).toContain("holds no time stamp");
    expect(await ask([await serve({ status: 200, body: octetString(new Uint8Array(300_000)) })])).toContain("too long");
  });
});

describe("verifying a token", () => {
  const nonce = Uint8Array.of(1, 2, 3);
  const reasonsOf = (token: Uint8Array, trusted: readonly Certificate[] = anchors) =>
    verifyTimestamp(token, { signature, nonce, anchors: trusted, source: "'script.ps1'" }).reasons;

  it("accepts it and reads its time", async () => {
    const token = await fetchToken(nonce);
    const verdict = verifyTimestamp(token, { signature, nonce, anchors, source: "'script.ps1'" });
    expect(verdict.reasons).toEqual([]);
    expect(Math.abs((verdict.time?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(verdict.chain.map(({ subject }) => subject)).toEqual(["CN=Time-stamp server", "CN=Time-stamp root"]);
  });

  it("refuses what is no token", () => {
    for (const bytes of [new Uint8Array(), nullValue(), sequence(), sequence(octetString(new Uint8Array(3)))]) {
      expect(codesOf(reasonsOf(bytes))).toEqual(["RMD8020"]);
    }
  });

  it("refuses a token with an octet more", async () => {
    const token = await fetchToken(nonce);
    expect(codesOf(reasonsOf(Uint8Array.from([...token, 0])))).toEqual(["RMD8020"]);
  });

  it.each([
    ["nothing wrong", {}, []],
    ["the certificate named by SHA-1, as older servers do", { named: "sha1" }, []],
    ["a certificate for code signing", { purposes: [oids.codeSigning] }, ["RMD8020"]],
    ["a certificate for two purposes", { purposes: [oids.timeStamping, oids.codeSigning] }, ["RMD8020"]],
    ["a certificate without a purpose", { purposes: [] }, ["RMD8020"]],
    ["a purpose that is not critical", { extraCriticality: false }, ["RMD8020"]],
    ["another content type among its attributes", { contentType: oids.spcIndirectData }, ["RMD8020"]],
    ["another digest among its attributes", { digestOf: toBytes("x") }, ["RMD8020"]],
    ["no name of its certificate", { named: "none" }, ["RMD8020"]],
    ["the name of another certificate", { named: "other" }, ["RMD8020"]],
    ["a signature over something else", { signedInstead: toBytes("x") }, ["RMD8020"]],
    ["an imprint by SHA-1", { imprintOid: oids.sha1 }, ["RMD8020"]],
    ["a time before its certificate", { time: "20200101000000Z" }, ["RMD8002"]],
    ["a time after its certificate", { time: "20500101000000Z" }, ["RMD8003"]],
    ["version 1", { version: 1 }, ["RMD8020"]],
  ] satisfies readonly (readonly [string, TokenChanges, readonly string[]])[])("judges a token with %s", async (_, changes, expected) => {
    const { token, root } = await craftToken(signature, nonce, changes);
    expect(codesOf(reasonsOf(token, [root.certificate]))).toEqual(expected);
  });
});
