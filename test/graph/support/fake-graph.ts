import { createGraphClient } from "../../../src/graph/client.ts";
import type { GraphHost } from "../../../src/graph/client.ts";
import type { Connect } from "../../../src/cli/graph-host.ts";
import type { GraphServer } from "./graph-server.ts";

/** A way to a server on this machine whose pauses are noted, not waited for. A renewed token is the second one. */
export function createFakeGraph(server: Pick<GraphServer, "url">, parts: Partial<GraphHost> = {}) {
  const pauses: number[] = [];
  const told: string[] = [];
  const host: GraphHost = {
    fetch: globalThis.fetch,
    now: () => new Date(),
    sleep: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    getToken: (renew) => Promise.resolve(renew ? "token-2" : "token-1"),
    tell: (text) => void told.push(text),
    ...parts,
  };
  const client = createGraphClient(server.url, host);
  const connect: Connect = () => Promise.resolve({ value: createGraphClient(server.url, host), diagnostics: [] });
  return { client, connect, pauses, told };
}
