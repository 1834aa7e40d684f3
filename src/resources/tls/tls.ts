import type { Ensurable, Key, Quoted, State } from "../language.ts";

/**
 * A version of TLS in Schannel, the implementation that Windows itself, .NET Framework and most services use: the values `Enabled` and
 * `DisabledByDefault` of the client's and the server's key under
 * `HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS <version>`. Only those that fail are written, others stay.
 * Changes count after a restart: the remediation says so until Windows has restarted, and `reboot when changed` behind them also holds back the steps that follow. .NET's own switch (`SchUseStrongCrypto`) is a registry value to ensure beside it.
 *
 * @blocker The running account may not write to the keys.
 * @blocker A Group Policy setting owns one of the values. The policy is named.
 * @touches The registry, under Control\SecurityProviders\SCHANNEL.
 */
export interface Tls extends Ensurable {
  /** The protocol's version. Source of the key names: "Transport Layer Security (TLS) registry settings" (learn.microsoft.com/windows-server/security/tls/tls-registry-settings). */
  version: Key<
    Quoted<
      /** TLS 1.0 (RFC 2246), deprecated by RFC 8996. */
      | "1.0"
      /** TLS 1.1 (RFC 4346), deprecated by RFC 8996. */
      | "1.1"
      /** TLS 1.2 (RFC 5246). */
      | "1.2"
      /** TLS 1.3 (RFC 8446), from Windows 11 and Windows Server 2022 on. */
      | "1.3"
    >
  >;

  /** The protocol when this machine opens a connection. None while the registry does not say: then the default of this Windows counts, which is not the same as off. */
  client?: State<Switch>;

  /** The protocol when this machine accepts a connection. None while the registry does not say: then the default of this Windows counts, which is not the same as off. */
  server?: State<Switch>;
}

type Switch =
  /** `Enabled` is 1 (read: any number but 0), `DisabledByDefault` is 0. */
  | "on"
  /** `Enabled` is 0, `DisabledByDefault` is 1. */
  | "off";
