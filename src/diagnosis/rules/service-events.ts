import type { RuleTable } from "./rule.ts";

/** Events of the provider 'Service Control Manager' in the System log; the texts are those of netevent.h. */
export const EVENT_SOURCE =
  "https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-r2-and-2008/cc756379(v=ws.10)";

const SEE_ERROR = "The error that the event names tells why: 'remedyc explain service-1069' for error 1069.";
const OWN_LOG =
  "Look into the service's own log, and into the Application log for a crash (event 1000, .NET Runtime 1026) in the same minute.";

/** `{0}` and `{1}` are the event's own texts. */
export const serviceEvents: RuleTable = {
  7000: {
    text: "service {0} did not start",
    why: "The service control manager could not start it.",
    todo: [SEE_ERROR],
    statement: 'ensure service("{service}") { state: running }',
  },
  7001: {
    text: "service {0} did not start, since service {1}, which it needs, did not",
    why: "The service that it needs is the cause.",
    todo: ["Look for the events of the service that it needs, and repair that one."],
    statement: 'ensure service("{service}") { state: running }',
  },
  7009: {
    text: "service {1} did not answer its start request in time",
    why: "The program did not tell within 30 seconds that it runs.",
    todo: [OWN_LOG, "Set its startup to delayed if it only happens while Windows starts."],
  },
  7011: {
    text: "service {1} did not answer in time",
    why: "The service did not react to an order within 30 seconds: it hangs or the machine is busy.",
    todo: [OWN_LOG],
  },
  7023: { text: "service {0} ended with an error", why: "It ended itself and gave an error of Windows.", todo: [SEE_ERROR, OWN_LOG] },
  7024: {
    text: "service {0} ended with an error of its own",
    why: "It ended itself and gave a number that only its vendor knows.",
    todo: [OWN_LOG, "Ask the vendor what the number means."],
  },
  7031: {
    text: "service {0} ended unexpectedly",
    why: "Its process ended without having been asked to: a crash, or somebody ended it.",
    todo: [OWN_LOG],
    statement: 'ensure service("{service}") { recovery: [restart, restart, no_action], recovery_delay: 1m, recovery_reset: 1d }',
  },
  7034: {
    text: "service {0} ended unexpectedly",
    why: "Its process ended without having been asked to, and nothing is set to start it again.",
    todo: [OWN_LOG],
    statement: 'ensure service("{service}") { recovery: [restart, restart, no_action], recovery_delay: 1m, recovery_reset: 1d }',
  },
  7038: {
    text: "service {0} could not log on as {1}: its password or managed account was refused",
    why: "The password that Windows keeps for the service is not the account's any more, the account is locked or disabled, or the machine may not read the password of a managed account (gMSA).",
    todo: [
      "For a gMSA: 'sc.exe qmanagedaccount {service}' must say TRUE ('sc.exe managedaccount {service} true'), and the computer must be among those that may retrieve its password.",
      "For another account: unlock it, and set its password in the service anew.",
    ],
    source: "https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/how-to-troubleshoot",
  },
  7041: {
    text: "service {0} may not log on as a service (account {1})",
    why: "The account holds no 'Log on as a service' (SeServiceLogonRight), neither itself nor through NT SERVICE\\ALL SERVICES. A domain policy that sets the right replaces the whole list, and the default of Windows is gone.",
    todo: [
      "Find the policy: 'gpresult /h report.html', User Rights Assignment, 'Log on as a service'. Where there is one, add NT SERVICE\\ALL SERVICES there: what is granted on the machine does not last.",
      "Where there is none, grant the right on the machine by the recipe; then install or start again. It counts from the next start of the service, without a restart.",
    ],
    statement: "ensure user_right(\"SeServiceLogonRight\") { includes: ['NT SERVICE\\ALL SERVICES'] }",
    recipe: { file: "examples/service-virtual-account.remedy", set: ["service_name={service}"] },
    source:
      "https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/security-policy-settings/log-on-as-a-service",
  },
};
