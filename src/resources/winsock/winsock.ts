import type { Change, Singleton } from "../language.ts";

/**
 * The Winsock catalogue: the providers through which programs reach the network.
 *
 * @touches The Winsock catalogue, through `netsh.exe` of Windows.
 */
export interface Winsock extends Singleton {
  /**
   * Resets the catalogue to what Windows ships; layered providers of other vendors are gone from it. Counts after a restart.
   * @guarantees The catalogue is the one of a fresh Windows; a restart is needed for it to count.
   */
  reset(): Change;
}
