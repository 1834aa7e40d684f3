/**
 * A deviceHealthScript has no field for notes (https://learn.microsoft.com/graph/api/resources/intune-devices-devicehealthscript), so which remedy it is
 * stands in the last line of its description: `remedyc-id: PROJECT/REMEDY`. Names in the portal may be changed; that line may not.
 */
export interface ScriptIdentity {
  readonly project: string;
  readonly name: string;
}

export function writeIdentity({ project, name }: ScriptIdentity): string {
  return `remedyc-id: ${project}/${name}`;
}

/** The identity that a description ends with; of several lines the last counts. */
export function readIdentity(description: string): ScriptIdentity | undefined {
  const [, project, name] = [...description.matchAll(/^remedyc-id: ([^\s/]+)\/(\S+)[ \t\r]*$/gm)].at(-1) ?? [];
  return project !== undefined && name !== undefined ? { project, name } : undefined;
}
