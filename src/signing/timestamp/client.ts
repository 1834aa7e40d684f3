import { describeNetworkError } from "../../network/network-error.ts";
import type { Certificate } from "../certificate/certificate.ts";
import type { HashName } from "../hash.ts";
import type { SigningHost } from "../host.ts";
import { failWith, finding, succeed, type Outcome } from "../outcome.ts";
import { encodeTimestampRequest, readTimestampResponse } from "./request.ts";
import { verifyTimestamp } from "./verify.ts";

/** Which servers stamp, and whom to believe. */
export interface TimestampOptions {
  /** Tried in turn. */
  readonly urls: readonly string[];
  readonly anchors: readonly Certificate[];
}

/** Pauses before the second and third round over all servers. */
const pauses: readonly number[] = [1000, 4000];
const patience = 20_000;
/** No honest token comes near this; a server must not fill the memory. */
const longestAnswer = 256 * 1024;

/** Gets a verified token for a signature: each server in turn, three rounds with growing pauses. The nonce is fresh for every request. */
export async function requestTimestamp(
  signature: Uint8Array,
  hash: HashName,
  options: TimestampOptions,
  host: SigningHost,
): Promise<Outcome<Uint8Array>> {
  const failures = new Map<string, string>();
  for (let round = 0; round <= pauses.length; round++) {
    const pause = pauses[round - 1];
    if (pause !== undefined) await host.sleep(pause);
    for (const url of options.urls) {
      const nonce = host.randomBytes(16);
      const answer = await ask(url, encodeTimestampRequest(signature, hash, nonce), host);
      if ("detail" in answer) {
        failures.set(url, answer.detail);
        continue;
      }
      const verdict = verifyTimestamp(answer.value, { signature, nonce, anchors: options.anchors, source: url });
      const [reason] = verdict.reasons;
      if (!reason) return succeed(answer.value);
      failures.set(url, reason.message);
    }
  }
  const detail = [...failures].map(([url, why]) => `${url}: ${why.replace(/\.$/u, "")}`).join("; ");
  return failWith(finding("RMD8030", { detail }));
}

/** One request over HTTP (RFC 3161, 3.4). */
async function ask(
  url: string,
  request: Uint8Array,
  host: SigningHost,
): Promise<{ readonly value: Uint8Array } | { readonly detail: string }> {
  try {
    const response = await host.fetch(url, {
      method: "POST",
      headers: { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" },
      body: new Uint8Array(request),
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) return { detail: `HTTP status ${response.status}` };
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > longestAnswer ? { detail: "the answer is too long" } : readTimestampResponse(bytes);
  } catch (error) {
    return { detail: describeNetworkError(error) };
  }
}
