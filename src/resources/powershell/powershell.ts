import type { Reading, Singleton, Version } from "../language.ts";

/**
 * Windows PowerShell.
 *
 * @touches The registry (read only).
 */
export interface Powershell extends Singleton {
  /** The version of Windows PowerShell that is installed: `5.1.20348.2700`; not the one of PowerShell 7, should that run the script. */
  version: Reading<Version>;

  /** The execution policy that Group Policy sets for the machine. */
  machine_policy: Reading<ExecutionPolicy>;

  /** The execution policy that Group Policy sets for the running user. */
  user_policy: Reading<ExecutionPolicy>;
}

/** Source: about_Execution_Policies (learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_execution_policies). */
type ExecutionPolicy =
  /** None is set here. */
  | "undefined"
  /** No script runs. */
  | "restricted"
  /** Only scripts signed by a trusted publisher run. */
  | "all_signed"
  /** Scripts from the network must be signed by a trusted publisher. */
  | "remote_signed"
  /** All scripts run; those from the network are asked about. */
  | "unrestricted"
  /** All scripts run, nothing is asked. */
  | "bypass";
