import { failWith, finding, succeed, type Outcome } from "./outcome.ts";
import type { SigningHost } from "./host.ts";

/** Where a password comes from. Never the password itself: arguments and configuration files are read by others. */
export type SecretSource =
  | { readonly from: "prompt" }
  | { readonly from: "env"; readonly name: string }
  | { readonly from: "file"; readonly path: string }
  | { readonly from: "stdin" };

/** Bytes of a password: a stream without an end is none. */
const LONGEST = 64 * 1024;

/** Fetches a password; `what` names the thing that it opens. One line end at the end of a file or of standard input is not part of it. */
export async function readSecret(source: SecretSource, what: string, host: SigningHost): Promise<Outcome<string>> {
  switch (source.from) {
    case "prompt": {
      const answer = await host.askSecret(`Password for ${what}: `);
      return answer === undefined ? failWith(finding("RMD8025", { source: what })) : succeed(answer);
    }
    case "env": {
      const value = host.getEnvironment(source.name);
      return value === undefined
        ? failWith(finding("RMD8026", { source: `the environment variable '${source.name}'`, detail: "it is not set" }))
        : succeed(value);
    }
    case "file": {
      const file = await host.readFile(source.path);
      return "error" in file
        ? failWith(finding("RMD8026", { source: `'${source.path}'`, detail: file.error }))
        : succeed(decodeLine(file.bytes));
    }
    case "stdin": {
      const bytes = await host.readStandardInput(LONGEST);
      return bytes === undefined
        ? failWith(finding("RMD8026", { source: "standard input", detail: `it has more than ${LONGEST} bytes` }))
        : succeed(decodeLine(bytes));
    }
    default:
      return source satisfies never;
  }
}

const decodeLine = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replace(/\r?\n$/u, "");
