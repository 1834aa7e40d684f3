import type { Change, Singleton } from "../language.ts";

/**
 * The DNS client of Windows.
 *
 * @touches The cache of the DNS client, through `ipconfig.exe` of Windows.
 */
export interface Dns extends Singleton {
  /**
   * Forgets all names that were looked up, also those that were not found.
   * @guarantees The next look-up of every name asks a server.
   */
  flush(): Change;
}
