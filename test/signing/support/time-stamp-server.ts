import { writeFileSync, readFileSync } from "node:fs";
import { oids } from "../../../src/signing/asn1/object-identifiers.ts";
import { encodePem } from "../../../src/signing/test-certificate.ts";
import { issue, type Identity } from "./authority.ts";
import { startHttpServer } from "./http-server.ts";
import { runTool } from "./tools.ts";

/** A time-stamp authority made with `openssl ts`, and whom to trust for it. */
export interface TimeStampServer {
  readonly url: string;
  readonly root: Identity;
  readonly signer: Identity;
}

/** Starts the server; it ends with the test file. */
export async function startTimeStampServer(scratch: (name: string) => string): Promise<TimeStampServer> {
  const root = await issue("Time-stamp root", undefined, { isAuthority: true });
  const signer = await issue("Time-stamp server", root, { key: "rsa-2048", purposes: [oids.timeStamping] });
  const certificate = scratch("tsa.pem");
  const chain = scratch("tsa-chain.pem");
  const key = scratch("tsa.key");
  writeFileSync(chain, encodePem("CERTIFICATE", root.certificate.der));
  writeFileSync(certificate, encodePem("CERTIFICATE", signer.certificate.der));
  writeFileSync(key, signer.privateKey.export({ type: "pkcs8", format: "pem" }));
  let count = 0;
  const url = await startHttpServer(async ({ body }) => {
    const id = count++;
    const file = (kind: string): string => scratch(`tsa-${id}.${kind}`);
    writeFileSync(file("query"), body);
    writeFileSync(file("serial"), "01\n");
    writeFileSync(file("conf"), configuration(file("serial"), certificate, chain, key));
    const result = await runTool("openssl", ["ts", "-reply", "-config", file("conf"), "-queryfile", file("query"), "-out", file("reply")]);
    if (result.exitCode !== 0) return { status: 500, body: result.output };
    return { status: 200, headers: { "content-type": "application/timestamp-reply" }, body: readFileSync(file("reply")) };
  });
  return { url: `${url}/`, root, signer };
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
