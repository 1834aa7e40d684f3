import type { RuleTable } from "./rule.ts";

/** Results of bundles and of their downloads, and those that Intune and Configuration Manager report: winerror.h and wininet.h. */
export const HRESULT_SOURCE = "https://learn.microsoft.com/windows/win32/seccrypto/common-hresult-values";

const WININET: `https://${string}` = "https://learn.microsoft.com/windows/win32/wininet/wininet-errors";
const PROXY =
  "SYSTEM uses the proxy of the machine ('netsh winhttp show proxy'), not that of the person: allow the address there, or deploy the packages with the bundle (layout).";
const REACH = 'require network.can_connect("download.contoso.com", 443) else "download.contoso.com:443 cannot be reached."';

export const hresults: RuleTable = {
  "0x80070002": {
    text: "a file is missing",
    why: "Something that the setup needs is not where it was looked for.",
    todo: ["The lines just above name the file.", "Deploy the whole folder of the setup."],
  },
  "0x80070003": {
    text: "a folder is missing",
    why: "Something that the setup needs is not where it was looked for.",
    todo: ["The lines just above name the folder.", "Deploy the whole folder of the setup."],
  },
  "0x80070020": {
    text: "a file is in use by another program",
    why: "A running program or a security product holds a file open.",
    todo: ["Restart the machine before the next attempt, or stop the program."],
  },
  "0x80070070": {
    text: "the disk is full",
    why: "The drive has no room for the package cache or the product.",
    todo: ["Free space on the drive, then install again."],
    statement: 'require disk("C:").free >= 5GB else "Less than 5 GB are free on C:."',
  },
  "0x80070490": {
    text: "an element was not found",
    why: "The bundle's registration or the component store is damaged.",
    todo: [
      "Repair the bundle from the original setup ('/repair'); for updates of Windows run 'DISM /Online /Cleanup-Image /RestoreHealth'.",
    ],
  },
  "0x800704C7": { text: "the user cancelled", why: "A window of the setup was closed.", todo: ["Install silently ('/quiet')."] },
  "0x80072EE7": {
    text: "the name of the download server could not be resolved",
    why: "DNS does not know the server, or SYSTEM has no proxy.",
    todo: [PROXY],
    statement: REACH,
    source: WININET,
  },
  "0x80072EE2": {
    text: "the download server did not answer in time",
    why: "A firewall or proxy drops the connection.",
    todo: [PROXY],
    statement: REACH,
    source: WININET,
  },
  "0x80072EFD": {
    text: "the download server could not be reached",
    why: "A firewall or proxy refuses the connection.",
    todo: [PROXY],
    statement: REACH,
    source: WININET,
  },
  "0x80072F8F": {
    text: "the certificate of the download server was not accepted",
    why: "The clock of the machine is wrong, TLS is inspected, or TLS 1.2 is off.",
    todo: ["Check the clock and the root certificates; leave TLS inspection out for the vendor's addresses; switch TLS 1.2 on."],
    statement: 'ensure tls("1.2") { client: on }',
    recipe: { file: "examples/tls12-baseline.remedy" },
    source: WININET,
  },
  "0x80091007": {
    text: "a downloaded file is not the one that the bundle expects (hash)",
    why: "The vendor has replaced the file behind the address, or the download was changed or cut off on its way.",
    todo: ["Get the newest setup of the vendor, or deploy the packages with the bundle (layout)."],
  },
  "0x87D1041C": {
    text: "the application was not detected after its installation ended well",
    why: "The detection rule looks for another version, path, product code or registry view than what the setup leaves.",
    todo: [
      "Compare the detection rule with a machine that has the application.",
      "Detect 'this version or newer' where the application updates itself.",
    ],
    statement: 'require package("Contoso Agent", version >= 2.4).exists else "Contoso Agent is missing or older than 2.4."',
    source: "https://learn.microsoft.com/troubleshoot/mem/intune/app-management/app-install-error-codes",
  },
  "0x87D300C9": {
    text: "the installation was in progress when the agent was restarted or its time was over",
    why: "The setup did not end within the time of the application, or the machine was restarted under it.",
    todo: ["Make sure that the command line is a silent one; raise the application's time limit."],
    source: "https://learn.microsoft.com/troubleshoot/mem/intune/app-management/app-install-error-codes",
  },
};
