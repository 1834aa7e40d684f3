import type { Endpoint, Reading, Singleton } from "../language.ts";

/**
 * The network as this machine sees it.
 *
 * @touches The network: TCP connections that are closed at once.
 * @touches The wireless adapters, through the Native Wifi API of Windows (read only).
 */
export interface Network extends Singleton {
  /**
   * Whether this computer has a wireless adapter that is enabled. Unreadable where the service WlanSvc (WLAN AutoConfig) does not run and Windows keeps profiles of wireless networks; false where it keeps none.
   */
  has_wireless_adapter: Reading<boolean>;

  /** Whether a TCP connection to a host can be made: three tries of five seconds each. It goes past a proxy, and does not need ICMP. */
  can_connect(
    /**
     * The host's name or address.
     * @minLength 1
     * @maxLength 253
     * @limitSource RFC 1035, section 2.3.4: a name has at most 255 octets, 253 characters as written
     */
    target: string,
    /**
     * The TCP port.
     * @minimum 1
     * @maximum 65535
     * @limitSource RFC 9293, section 3.1: a port number has 16 bits
     */
    port: number,
  ): boolean;

  /** The same for an endpoint, such as a parameter that names the server to be reached. */
  reaches(
    /** Host and port: `"login.contoso.com:443"`. */
    endpoint: Endpoint,
  ): boolean;
}
