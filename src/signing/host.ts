/** All that signing asks of the outside world. The command line brings Node's, a test brings its own. Only `fetch` and `run` may be slow. */
export interface SigningHost {
  /** The file's bytes, or in a sentence why they cannot be had. */
  readFile(path: string): Promise<{ readonly bytes: Uint8Array } | { readonly error: string }>;
  /** Replaces the file in one step; the error in a sentence, or undefined when it went well. */
  writeFile(path: string, bytes: Uint8Array): Promise<string | undefined>;
  /** A file that only its owner may read; never replaces one. Same result. */
  writeNewSecretFile(path: string, bytes: Uint8Array): Promise<string | undefined>;
  getEnvironment(name: string): string | undefined;
  readStandardInput(): Promise<Uint8Array>;
  /** Asks with hidden input; undefined when nobody is there to answer. */
  askSecret(question: string): Promise<string | undefined>;
  /** Runs a program without a shell. `exitCode` is undefined when it could not be started; `stderr` says why. */
  run(command: readonly string[], standardInput: Uint8Array, environment: Readonly<Record<string, string>>): Promise<CommandResult>;
  readonly fetch: typeof globalThis.fetch;
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
  randomBytes(count: number): Uint8Array;
  /** Access tokens for Azure. Undefined: those of `@azure/identity`. */
  readonly getAzureToken: AzureTokenProvider | undefined;
}

/** What a program did. */
export interface CommandResult {
  readonly exitCode: number | undefined;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** Gives a bearer token for a scope; `renew` asks for a fresh one, since the last was refused. Rejects with an error for people. */
export type AzureTokenProvider = (scope: string, renew: boolean) => Promise<string>;
