import { pause } from "../../graph/client.ts";
import type { GraphClient, GraphHost } from "../../graph/client.ts";
import { graphFault, notCarriedOut } from "../../graph/fault.ts";
import { requireText } from "../../graph/shape.ts";
import type { Fields } from "../../graph/shape.ts";
import type { OpenIntunewin } from "../../intunewin/open-intunewin.ts";
import { describeNetworkError, isUntrusted } from "../../network/network-error.ts";
import { isPassing, Patience, readRetryAfter } from "../../network/patience.ts";
import { WRITE_APPS } from "./tenant-apps.ts";

/** What uploading asks of the outside world beside Graph: the storage is another host, and gets no token. */
export type UploadHost = Pick<GraphHost, "fetch" | "now" | "sleep" | "tell">;

/** A block is held in memory until it has arrived. */
const BLOCK = 4 * 1024 * 1024;
/** An address is renewed when it has so little left. */
const MARGIN = 60_000;
/** How many addresses in a row may be refused that were new. */
const MOST_RENEWALS = 3;
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
  if (sent !== size) throw notCarriedOut(`the upload to ${file}`, `the package gave ${sent} of ${size} bytes`, true);
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
    if (!state) throw notCarriedOut(`the upload to ${file}`, "Intune no longer has it", false);
    const uploadState = requireText(state, "uploadState", `GET ${file}`);
    if (uploadState === `${stage}Success`) return state;
    if (uploadState === `${stage}Failed` || uploadState === `${stage}TimedOut` || uploadState === "error")
      throw notCarriedOut(`the upload to ${file}`, `its state is '${uploadState}'`, false);
    await host.sleep(POLL);
  }
  throw notCarriedOut(`the upload to ${file}`, `${stage} took more than ${LONGEST_POLL / 1000} s`, false);
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
  const request = "the upload of the package";
  const patience = new Patience();
  let address = first;
  let renewals = 0;
  for (;;) {
    let status = 0;
    let asked: number | undefined;
    let trouble: string;
    try {
      const response = await host.fetch(`${address.uri}${address.uri.includes("?") ? "&" : "?"}${query}`, {
        method: "PUT",
        headers: {
          "x-ms-blob-type": "BlockBlob",
          "content-type": query === "comp=blocklist" ? "application/xml" : "application/octet-stream",
        },
        body: new Uint8Array(bytes),
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE),
      });
      await response.body?.cancel();
      if (response.ok) return address;
      ({ status } = response);
      asked = readRetryAfter(response.headers.get("retry-after"), host.now());
      trouble = `the storage answered with HTTP status ${status}`;
    } catch (error) {
      trouble = `the storage at ${new URL(address.uri).host}: ${describeNetworkError(error)}`;
      if (isUntrusted(error)) throw notCarriedOut(request, trouble, true);
    }
    if (status === 403) {
      if (renewals++ === MOST_RENEWALS) throw notCarriedOut(request, `${trouble}, also with ${MOST_RENEWALS} new addresses`, false);
      address = await renew();
      continue;
    }
    if (status > 0 && !isPassing(status)) throw notCarriedOut(request, trouble, true);
    const next = patience.next(status, asked);
    if ("end" in next) throw notCarriedOut(request, `${trouble}; ${next.end}`, false);
    await pause(host, next.wait, trouble);
  }
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
