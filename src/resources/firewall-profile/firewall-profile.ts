import type { Ensurable, Key, Quoted, State } from "../language.ts";

/**
 * A profile of Windows Firewall: what counts on networks of one sort, where no rule says otherwise.
 *
 * What is tested is what counts: a policy's setting before that of this computer. What is changed is that of this computer. While the service `MpsSvc` does not
 * run nothing is filtered; then this cannot be read, which is not compliant: ensure the service before it.
 *
 * @blocker Group Policy or Intune sets another value. It is named.
 * @touches Windows Firewall's settings of this computer, through its own interface (`HNetCfg.FwPolicy2`): it is in every Windows, needs no module, and answers at once, where the commands of NetSecurity ask CIM.
 * @touches The registry, below SOFTWARE\Policies\Microsoft\WindowsFirewall and SharedAccess\Parameters\FirewallPolicy\Mdm (read only): what policies set.
 */
export interface FirewallProfile extends Ensurable {
  /** Which networks. Source: "NET_FW_PROFILE_TYPE2 enumeration (icftypes.h)" (learn.microsoft.com/windows/win32/api/icftypes). */
  name: Key<
    Quoted<
      /** Networks on which a domain controller of this computer's domain answers. */
      | "domain"
      /** Networks that somebody has called private. */
      | "private"
      /** All others. */
      | "public"
    >
  >;

  /** Whether it filters at all. While it does not, the rest has no effect. */
  enabled: State<boolean>;

  /** What happens to a connection from outside for which there is no rule. */
  inbound: State<
    /** It is blocked. What a rule allows is let in. */
    | "block"
    /** It is let in. What a rule blocks is not. */
    | "allow"
    /** Every connection from outside is blocked, also what a rule allows. */
    | "block_all"
  >;

  /** What happens to a connection to the outside for which there is no rule. */
  outbound: State<
    /** It is blocked: DNS and DHCP as well, unless a rule allows them. */
    | "block"
    /** It is let out. */
    | "allow"
  >;

  /** Whether the signed-in person is told of a program that was kept from listening. */
  notify: State<boolean>;
}
