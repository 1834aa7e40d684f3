import { randomBytes } from "node:crypto";
import type { SigningHost } from "../../../src/signing/host.ts";

/** A host without an outside world; a test brings the parts that it needs. Pauses are noted, not waited for. */
export function createFakeHost(
  parts: Partial<SigningHost> = {},
): SigningHost & { readonly pauses: number[]; readonly written: Map<string, Uint8Array> } {
  const pauses: number[] = [];
  const written = new Map<string, Uint8Array>();
  const refuse = (what: string) => (): never => {
    throw new Error(`this test has no ${what}`);
  };
  return {
    pauses,
    written,
    readFile: (path) => {
      const bytes = written.get(path);
      return Promise.resolve(bytes ? { bytes } : { error: "there is no such file" });
    },
    replaceFiles: (files) => {
      for (const { path, bytes } of files) written.set(path, bytes);
      return Promise.resolve(undefined);
    },
    writeSecretFiles: (files) => {
      const taken = files.find(({ path }) => written.has(path));
      if (taken) return Promise.resolve({ path: taken.path, error: "it exists already" });
      for (const { path, bytes } of files) written.set(path, bytes);
      return Promise.resolve(undefined);
    },
    getEnvironment: () => undefined,
    readStandardInput: refuse("standard input"),
    askSecret: () => Promise.resolve(undefined),
    run: refuse("programs"),
    fetch: refuse("network"),
    now: () => new Date(),
    sleep: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    getAzureToken: undefined,
    ...parts,
  };
}
