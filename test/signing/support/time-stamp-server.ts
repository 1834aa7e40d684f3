import { writeFileSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import { oids } from "../../../src/signing/asn1/object-identifiers.ts";
import { encodePem } from "../../../src/signing/test-certificate.ts";
import { issue, type Identity } from "./authority.ts";
import { runTool } from "./tools.ts";

/** A time-stamp authority made with `openssl ts`, and whom to trust for it. */
export interface TimeStampServer {
  readonly url: string;
  readonly root: Identity;
  readonly signer: Identity;
}

/** Starts the server; it ends with the test file. `purposes` lets a test make a server that must not be believed. */
export async function startTimeStampServer(scratch: (name: string) => string, purposes: readonly string[] = [oids.timeStamping]): Promise<TimeStampServer> {
  const root = await issue("Time-stamp root", undefined, { isAuthority: true });
  const signer = await issue("Time-stamp server", root, { key: "rsa-2048", purposes });
  const label = purposes.join("-");
  const certificate = scratch(`tsa-${label}.pem`);
  const chain = scratch(`tsa-${label}-chain.pem`);
  const key = scratch(`tsa-${label}.key`);
  writeFileSync(chain, encodePem("CERTIFICATE", root.certificate.der));
  writeFileSync(certificate, encodePem("CERTIFICATE", signer.certificate.der));
  writeFileSync(key, signer.privateKey.export({ type: "pkcs8", format: "pem" }));
  let count = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const file = (kind: string): string => scratch(`tsa-${label}-${id}.${kind}`);
      const id = count++;
      writeFileSync(file("query"), Buffer.concat(parts));
      writeFileSync(file("serial"), "01\n");
      writeFileSync(file("conf"), configuration(file("serial"), certificate, chain, key));
      void runTool("openssl", ["ts", "-reply", "-config", file("conf"), "-queryfile", file("query"), "-out", file("reply")]).then((result) => {
        if (result.exitCode !== 0) {
          response.writeHead(500).end(result.output);
        } else {
          response.writeHead(200, { "content-type": "application/timestamp-reply" }).end(readFileSync(file("reply")));
        }
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, root, signer };
}

/** A serial number file each, since `openssl ts` does not lock it. */
const configuration = (serial: string, certificate: string, chain: string, key: string): string => `[tsa]
default_tsa = server
[server]
serial = ${serial}
crypto_device = builtin
signer_cert = ${certificate}
certs = ${chain}
signer_key = ${key}
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;
