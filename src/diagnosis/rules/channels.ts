import type { RuleTable } from "./rule.ts";

/** What deployment channels and scripts write into logs of CMTrace's format. */
export const CHANNEL_SOURCE =
  "https://learn.microsoft.com/intune/intune-service/apps/intune-management-extension#intune-management-extension-logs";
const CONFIGMGR: `https://${string}` = "https://learn.microsoft.com/intune/configmgr/core/plan-design/hierarchy/log-files";
const OUR_LOGS: `https://${string}` = "https://learn.microsoft.com/intune/intune-service/fundamentals/remediations";

const SETUP_LOG = "Give the log of the setup itself to 'remedyc diagnose' as well: the channel knows nothing but the number.";

/** `{0}` is what the line names. */
export const channels: RuleTable = {
  "intune-app": {
    text: "Intune: the setup of application {0} returned {1}",
    why: "The Intune management extension ran the command line of the application, and it returned a code that stands for failure.",
    todo: [SETUP_LOG],
  },
  "intune-detection": {
    text: "Intune: application {0} was not detected after its setup",
    why: "The setup ended well, and the detection rule does not find what it looks for.",
    todo: [
      "Compare the detection rule with a machine that has the application: version, path, product code, 32-bit or 64-bit registry view.",
    ],
    statement: 'require package("Contoso Agent", version >= 2.4).exists else "Contoso Agent is missing or older than 2.4."',
  },
  "intune-script": {
    text: "Intune: a script ended with exit code {0}",
    why: "AgentExecutor ran a PowerShell script of a platform script or remediation; the code is the script's own.",
    todo: ["What the script wrote stands in the lines behind it ('output =', 'error =')."],
  },
  "intune-script-timeout": {
    text: "Intune: a script did not end within its time and was ended",
    why: "AgentExecutor ends a script of a remediation after an hour, and one of a platform script after 30 minutes.",
    todo: ["Bound every wait in the script; let setups of an hour go through an application instead."],
  },
  "configmgr-app": {
    text: "Configuration Manager: the setup returned {0}",
    why: "AppEnforce or execmgr ran the command line of the deployment, and it returned a code that stands for failure.",
    todo: [SETUP_LOG, "Add codes that mean success or a restart to the return codes of the deployment type."],
    source: CONFIGMGR,
  },
  "remedy-failed": {
    text: "remedy {0} failed: {1}",
    why: "A remediation script of remedyc tried to repair something and could not.",
    todo: ["Read the causes behind it; the verbose logs of setups lie in %ProgramFiles%\\Remedyc\\<remedy>."],
    source: OUR_LOGS,
  },
  "remedy-blocked": {
    text: "remedy {0} is blocked: {1}",
    why: "No run of the script can help before a person acts or a policy changes: the reason says who or what.",
    todo: ["Do what the reason names; the script tries again by itself afterwards."],
    source: OUR_LOGS,
  },
  "package-said": {
    text: "the installer says {0}",
    why: "The package itself refused to go on and wrote this sentence, most often as a launch condition.",
    todo: ["Do what the sentence asks for, or limit the deployment to machines that fulfil it."],
    source: "https://learn.microsoft.com/windows/win32/msi/launchcondition-table",
  },
  "msi-internal": {
    text: "MSI error {0}: {1}",
    why: "An internal error of Windows Installer: 2203 cannot open a database or its temporary file, 2755 cannot open the package.",
    todo: [
      "Look up the number in the list of error messages; check free space and rights of %SystemRoot%\\Installer and TEMP.",
      "Copy the package to the local drive before it is installed.",
    ],
    source: "https://learn.microsoft.com/windows/win32/msi/windows-installer-error-messages",
  },
  "custom-action": {
    text: "custom action {0} returned {1}",
    why: "A program, script or library of the package's vendor failed.",
    todo: ["The lines just above it in the log are what the action itself said.", "Give them to the vendor: the action is theirs."],
    source: "https://learn.microsoft.com/windows/win32/msi/custom-actions",
  },
  "action-failed": {
    text: "action {0} failed",
    why: "The first action that ended with 3 is the one that failed; what it does tells where to look.",
    todo: ["Read the lines above 'Return value 3' in the log."],
    source: "https://learn.microsoft.com/windows/win32/msi/logging-of-action-return-values",
  },
  "event-11708": {
    text: "event 11708: an installation failed",
    why: "Windows Installer writes it after every failed installation, and never why.",
    todo: ["Look for the events of MsiInstaller just before it, or for the verbose log."],
    source: "https://learn.microsoft.com/windows/win32/msi/event-logging",
  },
};
