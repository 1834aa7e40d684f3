import type { Reading, Singleton, Version } from "../language.ts";

/**
 * .NET Framework.
 *
 * @touches The registry (read only).
 */
export interface Dotnet extends Singleton {
  /**
   * The version of .NET Framework 4.x, from the number `Release` (learn.microsoft.com/dotnet/framework/install/how-to-determine-which-versions-are-installed).
   * Every Windows that remedies run on has one.
   */
  version: Reading<Version>;
}
