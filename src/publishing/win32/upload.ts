import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { GraphClient, GraphHost } from "../../graph/client.ts";
import { graphFault, LostAnswer } from "../../graph/fault.ts";
import { requireText } from "../../graph/shape.ts";
import type { Fields } from "../../graph/shape.ts";
import type { OpenIntunewin } from "../../intunewin/open-intunewin.ts";
import { readRetryAfter } from "../../signing/keys/azure-client.ts";
import { describeNetworkError } from "../../signing/timestamp/client.ts";
import { WRITE_APPS } from "./tenant-apps.ts";

/** What uploading asks of the outside world beside Graph: the storage is another host, and gets no token. */
export type UploadHost = Pick<GraphHost, "fetch" | "now" | "sleep">;

/** A block is held in memory until it has arrived. */
const BLOCK = 4 * 1024 * 1024;
/** An address is renewed when it has so little left. */
const MARGIN = 60_000;
const TRIES = 6;
/** How often a state is asked for, and how long until that is no longer waiting. */
export const POLL = 2000;
export const LONGEST_POLL = 10 * 60_000;
const PATIENCE = 120_000;

/** Where a file is sent. */
interface Address {
  readonly uri: string;
  /** Milliseconds since 1970; undefined where Graph tells none. */
  readonly ends: number | undefined;
}

/**
 * Uploads the encrypted content of a package as a new version of an app, and gives its number: until it is committed and the app is told of it, devices see
 * nothing of it, so an interrupted upload leaves the app as it was, and the next call begins another version.
 */
export async function uploadContent(
  appId: string,
  intunewin: Pick<OpenIntunewin, "detection" | "encryptedContentSize" | "streamEncrypted">,
  client: GraphClient,
  host: UploadHost,
  onProgress: (sent: number, size: number) => void,
): Promise<string> {
  const versions = `/v1.0/deviceAppManagement/mobileApps/${encodeURIComponent(appId)}/microsoft.graph.win32LobApp/contentVersions`;
  const post = (path: string, body: Fields): Promise<Fields | undefined> =>
    client.send({ method: "POST", path, permission: WRITE_APPS, body });
  const version = requireText((await post(versions, {})) ?? {}, "id", `POST ${versions}`);
  const files = `${versions}/${encodeURIComponent(version)}/files`;
  const { detection, encryptedContentSize: size } = intunewin;
  const made = await post(files, {
    "@odata.type": "#microsoft.graph.mobileAppContentFile",
    name: detection.fileName,
    size: detection.unencryptedContentSize,
    sizeEncrypted: size,
    manifest: null,
    isDependency: false,
  });
  const file = `${files}/${encodeURIComponent(requireText(made ?? {}, "id", `POST ${files}`))}`;
  const await_ = (stage: string): Promise<Fields> => waitFor(file, stage, client, host);
  let address = readAddress(await await_("azureStorageUriRequest"), file);
  const renew = async (): Promise<Address> => {
    await post(`${file}/renewUpload`, {});
    return readAddress(await await_("azureStorageUriRenewal"), file);
  };

  const ids: string[] = [];
  let sent = 0;
  for await (const block of toBlocks(await intunewin.streamEncrypted())) {
    if (address.ends !== undefined && address.ends - host.now().getTime() < MARGIN) address = await renew();
    const id = Buffer.from(String(ids.length).padStart(8, "0")).toString("base64");
    address = await put(address, `comp=block&blockid=${encodeURIComponent(id)}`, block, { renew, host });
    ids.push(id);
    sent += block.length;
    onProgress(sent, size);
  }
  if (sent !== size) throw graphFault("RMD8208", { request: `the upload to ${file}`, detail: `the package gave ${sent} of ${size} bytes` });
  const list = `<?xml version="1.0" encoding="utf-8"?><BlockList>${ids.map((id) => `<Latest>${id}</Latest>`).join("")}</BlockList>`;
  await put(address, "comp=blocklist", Buffer.from(list), { renew, host });

  const { encryptionKey, macKey, initializationVector, mac, fileDigest } = detection.encryption;
  await post(`${file}/commit`, {
    fileEncryptionInfo: {
      "@odata.type": "#microsoft.graph.fileEncryptionInfo",
      encryptionKey,
      macKey,
      initializationVector,
      mac,
      profileIdentifier: "ProfileVersion1",
      fileDigest,
      fileDigestAlgorithm: "SHA256",
    },
  });
  await await_("commitFile");
  return version;
}

/** Asks until a stage of a file has come to its success (mobileAppContentFileUploadState). */
async function waitFor(file: string, stage: string, client: GraphClient, host: UploadHost): Promise<Fields> {
  for (let waited = 0; waited <= LONGEST_POLL; waited += POLL) {
    const state = await client.send({ method: "GET", path: file, permission: WRITE_APPS });
    const uploadState = state?.["uploadState"];
    if (state && uploadState === `${stage}Success`) return state;
    if (uploadState === `${stage}Failed` || uploadState === `${stage}TimedOut` || uploadState === "error")
      throw graphFault("RMD8208", { request: `the upload to ${file}`, detail: `its state is '${uploadState}'` });
    await host.sleep(POLL);
  }
  throw graphFault("RMD8208", { request: `the upload to ${file}`, detail: `${stage} took more than ${LONGEST_POLL / 1000} s` });
}

function readAddress(state: Fields, file: string): Address {
  const request = `GET ${file}`;
  const uri = requireText(state, "azureStorageUri", request);
  if (!URL.canParse(uri)) throw graphFault("RMD8210", { request, reason: "its 'azureStorageUri' is no address" });
  const ends = Date.parse(String(state["azureStorageUriExpirationDateTime"]));
  return { uri, ends: Number.isNaN(ends) ? undefined : ends };
}

/**
 * Puts a block, or the list of all (https://learn.microsoft.com/rest/api/storageservices/put-block). An address whose time is over is answered with 403: then
 * with a new one. Gives the address that worked. The address itself is a secret, and in no message.
 */
async function put(
  first: Address,
  query: string,
  bytes: Uint8Array,
  { renew, host }: { readonly renew: () => Promise<Address>; readonly host: UploadHost },
): Promise<Address> {
  let address = first;
  let trouble = "";
  for (let attempt = 0; attempt < TRIES; attempt++) {
    let wait = 1000 * 2 ** attempt;
    try {
      const response = await host.fetch(`${address.uri}${address.uri.includes("?") ? "&" : "?"}${query}`, {
        method: "PUT",
        headers: {
          "x-ms-blob-type": "BlockBlob",
          "content-type": query === "comp=blocklist" ? "application/xml" : "application/octet-stream",
        },
        body: new Uint8Array(bytes),
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE),
      });
      await response.body?.cancel();
      if (response.ok) return address;
      trouble = `the storage answered with HTTP status ${response.status}`;
      if (response.status === 403) {
        address = await renew();
        continue;
      }
      if (response.status !== 408 && response.status !== 429 && response.status < 500) break;
      wait = readRetryAfter(response.headers.get("retry-after"), host.now()) ?? wait;
    } catch (error) {
      if (error instanceof Error && "diagnostic" in error) throw error;
      trouble = describeNetworkError(error);
    }
    await host.sleep(Math.min(wait, 60_000));
  }
  throw new LostAnswer(createDiagnostic("RMD8208", undefined, { request: "the upload of the package", detail: trouble }));
}

/** The bytes of a stream in blocks of one size; the last may be smaller. */
async function* toBlocks(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    parts.push(piece);
    length += piece.length;
    while (length >= BLOCK) {
      const all = Buffer.concat(parts);
      yield all.subarray(0, BLOCK);
      parts = [all.subarray(BLOCK)];
      length -= BLOCK;
    }
  }
  if (length > 0) yield Buffer.concat(parts);
}
