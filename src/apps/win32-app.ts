import { showValue } from "../checker/values.ts";
import type { Plan, PlanRequirement } from "../plan/plan.ts";
import type { RequirementType } from "../targets/requirement.ts";

/** A script of an app as it is written. */
export interface AppScript {
  /** File name without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isSigned: boolean;
}

/** The scripts of an app by what they are for. */
export interface AppScripts {
  readonly detect: AppScript;
  readonly install: AppScript;
  readonly uninstall: AppScript | undefined;
  /** In the order of the plan's requirements. */
  readonly requirements: readonly AppScript[];
}

/** The name of the package in which an app's content goes. */
export function packageName({ remedy }: Plan): string {
  return `${remedy.name}.intunewin`;
}

/**
 * What Intune is told of an app beside its content: the body of a `win32LobApp` as Microsoft Graph takes it (v1.0, resource types win32LobApp,
 * win32LobAppPowerShellScriptRule, win32LobAppReturnCode), with the scripts of its rules in it. Both switches of a rule are set: their defaults differ between portal and
 * Graph. A content that is signed runs under AllSigned, so that a script that was changed on its way is refused.
 */
export function describeWin32App(plan: Plan, scripts: AppScripts): object {
  const { remedy } = plan;
  const runAsAccount = remedy.context;
  return {
    "@odata.type": "#microsoft.graph.win32LobApp",
    displayName: remedy.title,
    displayVersion: remedy.version,
    description: remedy.documentation ?? remedy.title,
    publisher: remedy.publisher ?? "",
    fileName: packageName(plan),
    setupFilePath: scripts.install.name,
    installCommandLine: commandLine(scripts.install),
    uninstallCommandLine: scripts.uninstall ? commandLine(scripts.uninstall) : NO_UNINSTALL,
    applicableArchitectures: "x86,x64",
    minimumSupportedWindowsRelease: "1607",
    installExperience: { runAsAccount, deviceRestartBehavior: "basedOnReturnCode" },
    returnCodes: RETURN_CODES.map(([returnCode, type]) => ({ returnCode, type })),
    rules: [
      {
        ...ruleOf(scripts.detect),
        ruleType: "detection",
        operationType: "notConfigured",
        operator: "notConfigured",
        comparisonValue: null,
      },
      ...plan.requirements.flatMap((requirement, i) => {
        const script = scripts.requirements[i];
        return script ? [{ ...ruleOf(script), ruleType: "requirement", runAsAccount, ...comparisonOf(requirement) }] : [];
      }),
    ],
  };
}

/** An uninstall command that says that there is none; an app must have one. */
const NO_UNINSTALL = "%SystemRoot%\\System32\\cmd.exe /c exit 1603";

/**
 * Intune's own table for a new app, with 20001, by which a script says that no run helps until a person acts, and 1603 (Microsoft, "Add a Win32 app", return
 * codes). 1618, another installation or run is under way, is tried again three times, five minutes apart.
 */
const RETURN_CODES: readonly (readonly [code: number, type: string])[] = [
  [0, "success"],
  [1707, "success"],
  [3010, "softReboot"],
  [1641, "hardReboot"],
  [1618, "retry"],
  [1603, "failed"],
  [20001, "failed"],
];

/** Intune starts it in the folder of the content, from a 32-bit process: Sysnative leads from there to the 64-bit PowerShell. */
function commandLine({ name, isSigned }: AppScript): string {
  const policy = isSigned ? "AllSigned" : "Bypass";
  return `%SystemRoot%\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe -NoProfile -NonInteractive -ExecutionPolicy ${policy} -File ${name}`;
}

function ruleOf({ name, bytes, isSigned }: AppScript): object {
  return {
    "@odata.type": "#microsoft.graph.win32LobAppPowerShellScriptRule",
    displayName: name,
    enforceSignatureCheck: isSigned,
    runAs32Bit: false,
    scriptContent: Buffer.from(bytes).toString("base64"),
  };
}

const OPERATION_TYPES: { readonly [type in RequirementType]: string } = {
  boolean: "boolean",
  string: "string",
  int: "integer",
  float: "float",
  version: "version",
  date: "dateTime",
};
const OPERATORS: { readonly [operator in PlanRequirement["operator"]]: string } = {
  "==": "equal",
  "!=": "notEqual",
  "<": "lessThan",
  "<=": "lessThanOrEqual",
  ">": "greaterThan",
  ">=": "greaterThanOrEqual",
};

function comparisonOf({ type, operator, wanted }: PlanRequirement): object {
  return {
    operationType: OPERATION_TYPES[type],
    operator: OPERATORS[operator],
    comparisonValue: wanted.kind === "bool" ? (wanted.value ? "True" : "False") : showValue(wanted),
  };
}
