import type { MachineFile } from "./files.ts";

/** What is reached over the network. */
export interface MachineNetwork {
  /** What a connection to an endpoint without a row comes to. */
  reachable: boolean;
  /** `host:443` -> whether a connection is made. */
  endpoints: Record<string, boolean>;
  /** `https://download.contoso.com/agent.msi` -> what is there. A server without a row has nothing at any address (404). */
  downloads: Record<string, MachineDownload>;
}

/** What an address of a web server offers; a setup file's row of `media` has the address as its path. */
export interface MachineDownload {
  file: MachineFile;
  /** Milliseconds that the transfer takes. */
  duration: number;
}
