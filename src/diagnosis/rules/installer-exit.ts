import type { RuleTable } from "./rule.ts";

/** What Windows Installer and setup programs return: "MsiExec.exe and InstMsi.exe error messages". */
export const EXIT_SOURCE = "https://learn.microsoft.com/windows/win32/msi/error-codes";

const RESTART_INSTALLER = 'ensure service("msiserver") { startup: manual }';

export const installerExits: RuleTable = {
  5: {
    text: "access is denied",
    why: "The account that ran the setup may not do what it asked for, or a security product refused it.",
    todo: [
      "Run the setup as SYSTEM or as an administrator.",
      "Look into the log of the security product for the same minute, and into that of the setup for the path.",
    ],
  },
  1460: {
    text: "the time was over",
    why: "The setup did not end within the time that it was given: it waited for an answer, for another installation or for the network.",
    todo: [
      "Make sure that the command line is a silent one: nobody can answer a window of SYSTEM.",
      "Give it more time if the log shows that it was still working.",
    ],
  },
  1601: {
    text: "the Windows Installer service cannot be reached",
    why: "The service msiserver is disabled, damaged, or the machine was in safe mode.",
    todo: ["Set the startup of the service 'Windows Installer' (msiserver) back to manual.", "Restart the machine and try again."],
    statement: RESTART_INSTALLER,
  },
  1602: {
    text: "the user cancelled",
    why: "Somebody closed a window of the setup, or the package ended itself as if somebody had.",
    todo: ["Install silently ('/qn', '/quiet'), so that there is no window to close."],
  },
  1603: {
    text: "fatal error during the installation",
    why: "Windows Installer says with it that some action failed, and never which: the verbose log does, just above the first 'Return value 3'.",
    todo: [
      "Give the verbose log to 'remedyc diagnose' as well: 'msiexec /i x.msi /qn /L*v x.log'; a bundle writes one beside its own for each package.",
      "Give the event logs System and Application of that hour too: 'wevtutil epl System System.evtx'.",
    ],
  },
  1605: {
    text: "Windows Installer does not know that product for this account",
    why: "The product is not installed, or it was installed for another account.",
    todo: ["For a removal it is what was wanted. For a repair, look under which account the product is registered."],
  },
  1610: {
    text: "the configuration data of the product is corrupt",
    why: "What Windows Installer remembers of the product in the registry is damaged.",
    todo: ["Remove the product with Microsoft's troubleshooter for installing and removing programs, then install it anew."],
  },
  1612: {
    text: "the installation source that Windows Installer needs is gone: its cached package is missing",
    why: "A repair, change or removal needs the package that the product was installed from. The copy in %SystemRoot%\\Installer was deleted, and the original folder is gone as well.",
    todo: [
      "Get the very package of the installed version and run 'msiexec /fv that.msi', which puts the copy back; then remove or update.",
      "Do not delete files in %SystemRoot%\\Installer: they are no temporary files.",
    ],
  },
  1614: { text: "the product is already removed", why: "There was nothing left to remove.", todo: ["Nothing: it is what was wanted."] },
  1618: {
    text: "another installation is running",
    why: "Windows Installer does one installation at a time, and another one held it: an update, another application of the same channel, or a setup that hangs.",
    todo: [
      "Try again later; Intune does so by itself when 1618 is a code for 'retry'.",
      "If it stays so, look for an msiexec.exe that hangs, and restart the machine.",
    ],
  },
  1619: {
    text: "the package file could not be opened",
    why: "The path is wrong, the file is not there yet, or SYSTEM may not read the share it lies on.",
    todo: [
      "Check the path as SYSTEM sees it: relative to the folder of the content, no mapped drives.",
      "Give the computer accounts the right to read the share.",
    ],
  },
  1620: {
    text: "the package file is not valid",
    why: "The file is no Windows Installer package, or it was cut off while it was downloaded.",
    todo: ["Compare its hash with the vendor's and download it anew."],
  },
  1622: {
    text: "the log file could not be opened",
    why: "The folder of the log does not exist, or the account may not write there.",
    todo: ["Create the folder first, or name a folder that SYSTEM may write to."],
    statement: "ensure directory('C:\\Contoso\\Logs') present",
  },
  1624: {
    text: "a transform could not be applied",
    why: "A file of TRANSFORMS= is missing, or it was made for another version of the package.",
    todo: ["Put the transform beside the package, and make it anew for this version."],
  },
  1625: {
    text: "a policy forbids this installation",
    why: "A software restriction policy, App Control or 'Turn off Windows Installer' refused the package.",
    todo: [
      "Look into the event logs of AppLocker and CodeIntegrity for the package's name, and allow its publisher.",
      "Check the policy 'Turn off Windows Installer' (DisableMSI).",
    ],
    statement:
      'require (registry_value(\'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\Installer\', "DisableMSI").data ?? 0) != 2 else "A policy turns Windows Installer off."',
  },
  1632: {
    text: "the temporary folder is full or cannot be written",
    why: "TEMP of the account is full, missing, or others own it.",
    todo: ["Free space on the drive of the temporary folder, and check that SYSTEM may write to %SystemRoot%\\Temp."],
    statement: 'require disk("C:").free_percent >= 10 else "The drive is nearly full."',
  },
  1633: {
    text: "the package is not made for this kind of processor",
    why: "A 64-bit package on a 32-bit Windows, or one for x64 where there is no emulation.",
    todo: ["Deploy the package of the right architecture, or limit the deployment to machines that it fits."],
  },
  1638: {
    text: "another version of the product is already installed",
    why: "A newer or another build of the same product code is there; the package cannot replace it.",
    todo: [
      "Detect the product by 'this version or newer', so that it is not installed over a newer one.",
      "If it is to be replaced, remove the installed version first.",
    ],
    statement: 'require package("Contoso Agent", version >= 2.4).exists else "Contoso Agent is missing or older than 2.4."',
  },
  1639: {
    text: "the command line is not valid",
    why: "Windows Installer did not understand its arguments: most often a quotation mark or a blank is missing, or a value with blanks is not quoted.",
    todo: ['Write properties as NAME="value" and paths in quotation marks, and try the line once by hand.'],
  },
  1644: {
    text: "a policy forbids a transform",
    why: "A software restriction policy refused one of the transforms.",
    todo: ["Sign the transform, or allow its folder in the policy."],
  },
  1654: {
    text: "the package is not allowed on this Windows",
    why: "The package refuses this edition or version of Windows.",
    todo: ["Limit the deployment to versions of Windows that the vendor supports."],
    statement: 'require os.version >= 10.0.19045 else "The agent needs Windows 10 22H2 or newer."',
  },
};
