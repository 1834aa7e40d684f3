import { randomBytes } from "node:crypto";
import type { SigningHost } from "../../../src/signing/host.ts";

/** A host without an outside world; a test brings the parts that it needs. Pauses are noted, not waited for. */
export function createFakeHost(parts: Partial<SigningHost> = {}): SigningHost & { readonly pauses: number[]; readonly written: Map<string, Uint8Array> } {
  const pauses: number[] = [];
  const written = new Map<string, Uint8Array>();
  const refuse = (what: string) => (): never => {
    throw new Error(`this test has no ${what}`);
  };
  return {
    pauses,
    written,
    readFile: async (path) => {
      const bytes = written.get(path);
      return bytes ? { bytes } : { error: "there is no such file" };
    },
    writeFile: async (path, bytes) => void written.set(path, bytes),
    writeNewSecretFile: async (path, bytes) => (written.has(path) ? "it exists already" : void written.set(path, bytes)),
    getEnvironment: () => undefined,
    readStandardInput: refuse("standard input"),
    askSecret: async () => undefined,
    run: refuse("programs"),
    fetch: refuse("network"),
    now: () => new Date(),
    sleep: async (milliseconds) => void pauses.push(milliseconds),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    getAzureToken: undefined,
    ...parts,
  };
}
