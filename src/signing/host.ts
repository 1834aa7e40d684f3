/** A file as it is to be. */
export interface FileBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The first file that could not be written, and why: a clause. */
export interface WriteFailure {
  readonly path: string;
  readonly error: string;
}

/** All that signing asks of the outside world. The command line brings Node's, a test brings its own. Only `fetch` and `run` may be slow. */
export interface SigningHost {
  /** The file's bytes, or in a sentence why they cannot be had. */
  readFile(path: string): Promise<{ readonly bytes: Uint8Array } | { readonly error: string }>;
  /** Replaces files, all or none; undefined when it went well. */
  replaceFiles(files: readonly FileBytes[]): Promise<WriteFailure | undefined>;
  /** Files that only their owner may read, all or none; never replaces one. */
  writeSecretFiles(files: readonly FileBytes[]): Promise<WriteFailure | undefined>;
  getEnvironment(name: string): string | undefined;
  /** Of standard input at most so many bytes; undefined where there are more. */
  readStandardInput(largest: number): Promise<Uint8Array | undefined>;
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
