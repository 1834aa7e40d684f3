import type { RuleTable, RuleText } from "./rule.ts";

/** Numbers in a verbose log ("Error 1920. …"), in any language: "Windows Installer error messages". */
export const MSI_SOURCE = "https://learn.microsoft.com/windows/win32/msi/windows-installer-error-messages";

/** `said` is the English message as a log has it behind the number, with sample values. */
export interface MsiErrorText extends RuleText {
  readonly said: string;
}

const SEE_PATH = "The evidence line names the path.";
const IN_USE = "Restart the machine before the next attempt, or stop the program that holds the file.";
const SCRIPT_ERROR = "The lines just above it in the log are what the action itself said.";
const ASK_VENDOR = "Give the line to the vendor of the package: the action is theirs.";
const GRANT_RIGHT = "ensure user_right(\"SeServiceLogonRight\") { includes: ['NT SERVICE\\ALL SERVICES'] }";
const DISK_FULL = 'require disk("C:").free >= 5GB else "Less than 5 GB are free on C:."';

export const msiErrors: RuleTable<MsiErrorText> = {
  1303: {
    text: "no right to write to a folder",
    said: "The installer has insufficient privileges to access this directory: C:\\Program Files\\Contoso.",
    why: "SYSTEM may not write to the folder: its rights were changed, or it belongs to a person or to TrustedInstaller.",
    todo: [SEE_PATH, "Give SYSTEM and Administrators full control of that folder."],
  },
  1304: {
    text: "a file could not be written",
    said: "Error writing to file: agent.exe.   Verify that you have access to that directory.",
    why: "The folder may not be written to, or a security product refuses the file.",
    todo: [SEE_PATH, "Check the rights of the folder, and the log of the security product."],
  },
  1305: {
    text: "a file could not be read",
    said: "Error reading from file: C:\\Windows\\Temp\\agent.cab.  System error 1117.",
    why: "The package's media, network share or drive failed while it was read.",
    todo: ["Copy the package to the local drive before it is installed, and compare its hash."],
  },
  1306: {
    text: "a file is in use by another program",
    said: "Another application has exclusive access to the file agent.dll.  Please shut down all other applications, then click Retry.",
    why: "A running program holds the file open.",
    todo: [SEE_PATH, IN_USE],
  },
  1307: {
    text: "the disk is full",
    said: "There is not enough disk space remaining to install this file: C:\\Program Files\\Contoso\\agent.exe.",
    why: "The drive has no room for the product.",
    todo: ["Free space on the drive, then install again."],
    statement: DISK_FULL,
  },
  1310: {
    text: "a file could not be written",
    said: "Error writing to file: C:\\Program Files\\Contoso\\agent.exe.  System error 5.  Verify that you have access to that directory.",
    why: "The system error at the end of the line tells why: 5 is access denied, 32 in use, 112 disk full.",
    todo: [SEE_PATH, "For 5, check the rights of the folder and the log of the security product; for 32, restart first."],
  },
  1311: {
    text: "a cabinet file is missing",
    said: "Source file not found: C:\\Windows\\ccmcache\\1\\data1.cab.  Verify that the file exists and that you can access it.",
    why: "Files that belong beside the package were not deployed with it.",
    todo: ["Deploy the whole folder of the setup, not the .msi alone."],
  },
  1316: {
    text: "the package is not the one that was installed",
    said: "The specified account already exists.",
    why: "The file has another name or another build than the package that is registered under the same product code.",
    todo: ["Repair with the very package that was installed, or remove the product first; keep the file's name."],
  },
  1321: {
    text: "no right to change a file",
    said: "The Installer has insufficient privileges to modify this file: C:\\Program Files\\Contoso\\agent.config.",
    why: "SYSTEM may not change the file: its rights were changed, or a security product guards it.",
    todo: [SEE_PATH, "Give SYSTEM full control of the file, or lift the protection for the time of the update."],
  },
  1335: {
    text: "a cabinet file is damaged",
    said: "The cabinet file 'data1.cab' required for this installation is corrupt and cannot be used.",
    why: "The download or the copy of the package is damaged.",
    todo: ["Compare the package's hash with the vendor's, and deploy it anew."],
  },
  1402: {
    text: "a registry key could not be opened",
    said: "Could not open key: HKEY_LOCAL_MACHINE32\\Software\\Contoso.  System error 5.",
    why: "SYSTEM may not open the key: most often a product protects it, or its rights were changed by hand.",
    todo: ["The evidence line names the key.", "Give SYSTEM and Administrators full control of it."],
  },
  1406: {
    text: "a registry value could not be written",
    said: "Could not write value Path to key \\Software\\Contoso.  System error 5.",
    why: "SYSTEM may not write to the key: most often a security product protects it.",
    todo: ["The evidence line names the key.", "Give SYSTEM full control of it, or lift the protection for the time of the installation."],
  },
  1500: {
    text: "another installation is running",
    said: "Another installation is in progress. You must complete that installation before continuing this one.",
    why: "Windows Installer does one installation at a time.",
    todo: ["Try again later; look for an msiexec.exe that hangs if it stays so."],
  },
  1601: {
    text: "the disk is full",
    said: "Out of disk space -- Volume: 'C:'; required space: 1,204,224 KB; available space: 903,008 KB.",
    why: "The drive has no room for the product.",
    todo: ["Free as much as the line names as required, then install again."],
    statement: DISK_FULL,
  },
  1706: {
    text: "the original package was not found",
    said: "An installation package for the product Contoso Agent cannot be found. Try the installation again using a valid copy of the installation package 'contoso.msi'.",
    why: "A repair, change or removal needs the package that the product was installed from, and it is neither in %SystemRoot%\\Installer nor at its source.",
    todo: ["Get the very package of the installed version and run 'msiexec /fv that.msi', which puts the copy back."],
  },
  1714: {
    text: "the older version could not be removed",
    said: "The older version of Contoso Agent cannot be removed.  Contact your technical support group.  System Error 1612.",
    why: "An upgrade first removes the installed version, and that removal failed: the system error at the end of the line tells why; 1612 says that its cached package is gone.",
    todo: [
      "For 1612: get the very package of the installed version, run 'msiexec /fv that.msi', then upgrade.",
      "Otherwise remove the installed version with a verbose log of its own, and diagnose that one.",
    ],
    statement: 'ensure package("{product}") absent',
  },
  1718: {
    text: "a file was rejected by a software restriction policy",
    said: "File C:\\Windows\\Installer\\1a2b3c.msi was rejected by digital signature policy.",
    why: "A software restriction policy or App Control does not allow the package, or its signature could not be checked.",
    todo: ["Allow the publisher in the policy; check that the package's signature is valid on that machine."],
  },
  1719: {
    text: "the Windows Installer service cannot be reached",
    said: "The Windows Installer Service could not be accessed.",
    why: "The service msiserver is disabled or damaged, or the machine was in safe mode.",
    todo: ["Set the startup of 'Windows Installer' (msiserver) back to manual, and restart the machine."],
    statement: 'ensure service("msiserver") { startup: manual }',
  },
  1720: {
    text: "a script of the package failed",
    said: "There is a problem with this Windows Installer package. A script required for this install to complete could not be run. Custom action CA_Configure script error -2146827859, Microsoft VBScript runtime error",
    why: "A VBScript or JScript action of the package ended with an error; VBScript is an optional feature of newer Windows.",
    todo: [SCRIPT_ERROR, "Check that VBScript is there (capability VBSCRIPT) and that the security product allows scripts.", ASK_VENDOR],
  },
  1721: {
    text: "a program of the package could not be started",
    said: "There is a problem with this Windows Installer package. A program required for this install to complete could not be run. Action: CA_Register, location: C:\\Program Files\\Contoso\\register.exe",
    why: "The program is missing, made for another processor, or refused by a policy.",
    todo: ["Look for the program in the logs of AppLocker, CodeIntegrity and the security product.", ASK_VENDOR],
  },
  1722: {
    text: "a program of the package failed",
    said: "There is a problem with this Windows Installer package. A program run as part of the setup did not finish as expected. Action CA_Register, location: C:\\Program Files\\Contoso\\register.exe",
    why: "A program that the package runs returned an error.",
    todo: [SCRIPT_ERROR, "Run the program with the same arguments by hand, as SYSTEM, and read what it says.", ASK_VENDOR],
  },
  1723: {
    text: "a library of the package could not be run",
    said: "There is a problem with this Windows Installer package. A DLL required for this install to complete could not be run. Action: CA_Check, entry: Check, library: C:\\Windows\\Installer\\MSI1.tmp",
    why: "The library needs something that is missing (a runtime, another DLL), or a security product refuses libraries in %SystemRoot%\\Installer or TEMP.",
    todo: ["Look into the log of the security product for the named file; install the runtime that the vendor asks for.", ASK_VENDOR],
  },
  1904: {
    text: "a module could not be registered",
    said: "Module C:\\Program Files\\Contoso\\agent.dll failed to register.  HRESULT -2147024770.",
    why: "The library could not be loaded or refused to register: -2147024770 says that another library which it needs is missing.",
    todo: ["Install the runtime that the product needs (Visual C++, .NET), then the product."],
  },
  1920: {
    text: "service {0} failed to start",
    said: "Service 'Contoso Agent' (CtsAgent) failed to start.  Verify that you have sufficient privileges to start system services.",
    why: "The package starts its service and waits for it; when it does not come up, the whole installation is rolled back and the service is gone. 'Sufficient privileges' is a fixed text: the cause is often another one. A service with an account of its own (NT SERVICE\\…) may lack 'Log on as a service'.",
    todo: [
      "Give the System log of that minute to 'remedyc diagnose' as well ('wevtutil epl System System.evtx'): events 7041, 7038 and 7000 tell why it did not start.",
      "If its account is NT SERVICE\\…, grant 'Log on as a service' to NT SERVICE\\ALL SERVICES before the next attempt: afterwards the service is gone.",
      "Otherwise look into the product's own log and the Application log (event 1000, .NET Runtime 1026).",
    ],
    statement: GRANT_RIGHT,
  },
  1921: {
    text: "service {0} could not be stopped",
    said: "Service 'Contoso Agent' (CtsAgent) could not be stopped.  Verify that you have sufficient privileges to stop system services.",
    why: "The service hangs, or protects itself (security products do).",
    todo: ["Stop it by the vendor's own tool or switch its self-protection off, or restart the machine and try again."],
    statement: 'ensure service("{service}") { state: stopped }',
  },
  1922: {
    text: "service {0} could not be deleted",
    said: "Service 'Contoso Agent' (CtsAgent) could not be deleted.  Verify that you have sufficient privileges to remove system services.",
    why: "A program holds the service open: most often the Services window or Task Manager of somebody who is signed in.",
    todo: ["Close those windows, or restart the machine, and try again."],
  },
  1923: {
    text: "service {0} could not be installed",
    said: "Service 'Contoso Agent' (CtsAgent) could not be installed.  Verify that you have sufficient privileges to install system services.",
    why: "A service of that name is marked for deletion or still there, or its account does not exist or its password is wrong.",
    todo: [
      "Restart the machine when the old service is marked for deletion (error 1072).",
      "Check the account that the package gives the service (error 1057).",
    ],
  },
  1935: {
    text: "an assembly could not be installed",
    said: "An error occurred during the installation of assembly 'Contoso.Core,version=\"1.0.0.0\"'. HRESULT: 0x80073712. assembly interface: IAssemblyCacheItem, function: Commit, component: {0}",
    why: "The component store of Windows, or .NET Framework's assembly cache, is damaged or locked.",
    todo: ["Run 'DISM /Online /Cleanup-Image /RestoreHealth', restart, and install again."],
    statement:
      'check "The component store is repaired" every 30d fix { run program(\'%SystemRoot%\\System32\\Dism.exe\') { arguments: ["/Online", "/Cleanup-Image", "/RestoreHealth"], timeout: 1h } }',
  },
  1939: {
    text: "a service could not be configured",
    said: "Service 'Contoso Agent' (CtsAgent) could not be configured.  This could be a problem with the package or your permissions.",
    why: "Recovery or delayed start of the service could not be set, most often because it is gone or marked for deletion.",
    todo: ["Restart the machine and try again.", ASK_VENDOR],
  },
  2502: {
    text: "no right to the temporary folder",
    said: "The installer has encountered an unexpected error installing this package. The error code is 2502.",
    why: "The installer may not write to %SystemRoot%\\Temp or %SystemRoot%\\Installer.",
    todo: ["Give SYSTEM and Administrators full control of %SystemRoot%\\Temp and %SystemRoot%\\Installer."],
  },
  2503: {
    text: "no right to the temporary folder",
    said: "The installer has encountered an unexpected error installing this package. The error code is 2503.",
    why: "The installer may not write to %SystemRoot%\\Temp or %SystemRoot%\\Installer.",
    todo: ["Give SYSTEM and Administrators full control of %SystemRoot%\\Temp and %SystemRoot%\\Installer."],
  },
};
