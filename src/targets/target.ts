/** Everything that tells one target from another, as data; each target is one file in this folder. */
export interface Target {
  readonly name: TargetName;
  /** One line for `--help` and docs. */
  readonly summary: string;
  /** Whether the channel can hand arguments to the script: parameters stay parameters only then (Semantics 18). */
  readonly passesParameters: boolean;
  /** Whether the script makes itself a scheduled task of SYSTEM, with -Register. */
  readonly registersItself?: true;
  /** In what the channel carries files beside the script, which a relative `source` needs: an encrypted package, or a folder. */
  readonly carries: "package" | "folder" | undefined;
  /** Whether the channel compares by itself what a requirement script gives, in the type that the remedy says; else the script decides. */
  readonly comparesRequirements?: true;
  readonly roles: readonly TargetRole[];
}

/** Whether a target is an app, which is installed and uninstalled. */
export function isApp(target: Target): boolean {
  return target.roles.some(({ role }) => role === "uninstall");
}

export type TargetName =
  | "standalone"
  | "scheduled_task"
  | "intune.remediation"
  | "intune.platform_script"
  | "intune.win32"
  | "configmgr.baseline"
  | "configmgr.application";

export interface TargetRole {
  /**
   * `detect` and `requirement` scripts have no repair block. `uninstall` ensures what stands in the remedy's block of that name, and `requirement` gives what a channel
   * compares before it offers an app: those are made where the remedy says so. `publish` is for an administrator's own computer: it creates what the channel deploys.
   */
  readonly role: "detect" | "remediate" | "standalone" | "install" | "uninstall" | "requirement" | "publish";
  /** File name after `<remedy>.`: `detect.ps1`. */
  readonly fileName: string;
  /** Largest size in bytes that the channel takes, signature included; undefined where none is documented. */
  readonly maximumBytes: number | undefined;
  /** Exit code and output by outcome (SCRIPTS, Behaviour 6). */
  readonly dialect: ExitDialect;
}

/** What each outcome gives: the exit code, and what the last output line is. */
export interface ExitDialect {
  readonly compliant: ExitAnswer;
  readonly noncompliant: ExitAnswer;
  readonly blocked: ExitAnswer;
  readonly failed: ExitAnswer;
  /** Only for roles that repair. */
  readonly restartNeeded: ExitAnswer;
  /** Another run or another installer is at work. */
  readonly busy: ExitAnswer;
}

export interface ExitAnswer {
  readonly exitCode: number;
  /** `summary`: the summary line, `onError` on the error stream, too; a token: exactly that text; `none`: nothing at all. */
  readonly output:
    { readonly kind: "summary"; readonly onError?: true } | { readonly kind: "token"; readonly token: string } | { readonly kind: "none" };
}
