import type { RuleTable, Source } from "./rule.ts";

/**
 * PSAppDeployToolkit, which many packages are wrapped in: its own exit codes, and what a program returned that it started. The page of the newest version lists only the codes
 * that its template and its launcher give.
 */
export const TOOLKIT_SOURCE: Source = "https://psappdeploytoolkit.com/docs/reference/exit-codes";
/** Codes that packages of version 3 and 4.0 give. */
const TOOLKIT_3: Source = "https://psappdeploytoolkit.com/docs/3.10.2/exit-codes";
/** That page has 60007 to 60009 one number too low; the code says what they are. */
const AS_USER: Source =
  "https://github.com/PSAppDeployToolkit/PSAppDeployToolkit/blob/609cbe8aef9ea973a698854895f86d0e966e357c/Toolkit/Public/Execute-ProcessAsUser.ps1";
/** Which code a deferral gives, and which a dialog that times out. */
const TOOLKIT_CONFIG: Source =
  "https://github.com/PSAppDeployToolkit/PSAppDeployToolkit/blob/010480158b2d4239de56b20ff8a1603e9c638bf5/src/PSAppDeployToolkit/Config/config.psd1";
/** What ends with 60008, and where the reason goes. */
const TOOLKIT_TEMPLATE: Source =
  "https://github.com/PSAppDeployToolkit/PSAppDeployToolkit/blob/69dbbd722cb288c6db27ea8ac6339b9f5aa256ab/src/PSAppDeployToolkit/Frontend/v4/Invoke-AppDeployToolkit.ps1";

const READ_LOG =
  "Read the lines of severity 3 (Error) above the end in the toolkit's log: C:\\Windows\\Logs\\Software, unless its configuration names another folder.";
const WRAPPER =
  "Start the package with its launcher as it was delivered: Invoke-AppDeployToolkit.exe, before version 4 Deploy-Application.exe.";

/** By exit code; `process` is a program that the toolkit started, of which `{0}` is the command and `{1}` what it returned. */
export const toolkitExits: RuleTable = {
  process: {
    text: "PSAppDeployToolkit: {0} returned {1}",
    why: "The toolkit ran the setup, and the setup returned a code that the script does not take for success.",
    todo: [
      "Give the log of the setup itself to 'remedyc diagnose' as well.",
      "Where the code means success for this setup, name it in -SuccessExitCodes of Start-ADTProcess (before version 4: -IgnoreExitCodes of Execute-Process).",
    ],
  },
  60001: {
    text: "the script of the PSAppDeployToolkit ended with an error",
    why: "Something in the package's own script threw, or a setup that it started failed, and the script's last 'catch' ended the deployment.",
    todo: [READ_LOG],
  },
  60002: {
    text: "the PSAppDeployToolkit could not run a program",
    why: "Start-ADTProcess (before version 4: Execute-Process) itself failed: it did not find the file, or Windows refused to start it.",
    todo: ["Look whether the setup lies in the folder 'Files' of the package, under the name that the script has.", READ_LOG],
    source: TOOLKIT_3,
  },
  60003: {
    text: "the PSAppDeployToolkit needs to run as an administrator",
    why: "Starting a program as the signed-in user takes administrator rights.",
    todo: ["Deploy the package in the context of the system."],
    source: AS_USER,
  },
  60004: {
    text: "the PSAppDeployToolkit could not load what it needs to show windows",
    why: "The session has no desktop, or .NET is incomplete.",
    todo: ["Deploy with -DeployMode Silent where nobody is to see anything.", READ_LOG],
    source: TOOLKIT_3,
  },
  60005: {
    text: "the PSAppDeployToolkit could not show that an application is blocked",
    why: "The dialog that appears while applications are blocked failed.",
    todo: [READ_LOG],
    source: TOOLKIT_3,
  },
  60006: {
    text: "the PSAppDeployToolkit may not fall back to the system without a window",
    why: "No user could be reached, and the configuration forbids to go on as SYSTEM.",
    todo: ["Allow the fall-back in the configuration, or deploy with -DeployMode Silent."],
    source: TOOLKIT_3,
  },
  60007: {
    text: "the PSAppDeployToolkit could not make a scheduled task",
    why: "It starts a program as the signed-in user by a task, whose definition it could not write.",
    todo: ["Look for free space, and for what keeps it from writing: rights, antivirus.", READ_LOG],
    source: AS_USER,
  },
  60008: {
    text: "the PSAppDeployToolkit could not be loaded",
    why: "Importing its module failed (before version 4: loading AppDeployToolkitMain.ps1), or opening its session. The package's script writes the reason to the console, not into a log.",
    todo: [
      "Start the package's script in a console as an administrator, and read what it says.",
      "Look whether the whole folder of the package arrived, and whether its files are blocked ('Unblock-File').",
      "Look whether a policy (AppLocker, WDAC, execution policy AllSigned) refuses its files.",
    ],
    source: TOOLKIT_TEMPLATE,
  },
  60009: {
    text: "the PSAppDeployToolkit found no signed-in user",
    why: "A program was to start as the signed-in user, and nobody is signed in.",
    todo: ["Deploy it only while somebody is signed in, or look for a user in the script before."],
    source: AS_USER,
  },
  60010: {
    text: "the launcher of the PSAppDeployToolkit failed before PowerShell was started",
    why: "Its executable did not find what it starts, or was given arguments that it does not know.",
    todo: [WRAPPER],
  },
  60011: {
    text: "the launcher of the PSAppDeployToolkit could not start PowerShell",
    why: "PowerShell is missing or a policy (AppLocker, WDAC) forbids it.",
    todo: ["Look into the log of that policy: Microsoft-Windows-AppLocker, CodeIntegrity.", WRAPPER],
  },
  60012: {
    text: "the user put the deployment off",
    why: "Somebody chose to defer: nothing is wrong, and the channel counts it as a failure where it does not know the code. The package's configuration may name another one (DeferExitCode).",
    todo: ["Give the code the type 'Retry' (Intune), or 'Fast retry' (Configuration Manager), among the return codes of the application."],
    source: TOOLKIT_CONFIG,
  },
  60013: {
    text: "a setup returned a number that is larger than an exit code may be",
    why: "PSAppDeployToolkit replaces it by this one: the setup's own code stands in the log.",
    todo: [READ_LOG],
    source: TOOLKIT_3,
  },
};
