/** Whose folder a variable names. */
export type VariableOwner = "machine" | "user";

/**
 * The variables that Windows itself sets for every process and that a script can resolve without the environment block; names ignore case.
 * Source: "Recognized environment variables", learn.microsoft.com/windows/deployment/usmt/usmt-recognized-environment-variables.
 * TEMP and TMP are the machine's for SYSTEM and the person's otherwise, so they are nobody's in particular.
 */
export const pathVariables: ReadonlyMap<string, { readonly name: string; readonly owner: VariableOwner }> = new Map(
  (
    [
      ["SystemRoot", "machine"],
      ["windir", "machine"],
      ["SystemDrive", "machine"],
      ["ProgramData", "machine"],
      ["ALLUSERSPROFILE", "machine"],
      ["ProgramFiles", "machine"],
      ["ProgramFiles(x86)", "machine"],
      ["ProgramW6432", "machine"],
      ["CommonProgramFiles", "machine"],
      ["CommonProgramFiles(x86)", "machine"],
      ["CommonProgramW6432", "machine"],
      ["PUBLIC", "machine"],
      ["TEMP", "machine"],
      ["TMP", "machine"],
      ["USERPROFILE", "user"],
      ["APPDATA", "user"],
      ["LOCALAPPDATA", "user"],
    ] as const
  ).map(([name, owner]) => [name.toLowerCase(), { name, owner }]),
);
