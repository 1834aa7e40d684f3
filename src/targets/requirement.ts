/**
 * Types in which a channel compares what a requirement script writes with a value (Intune, Win32 apps, "Requirements", script; Microsoft Graph,
 * win32LobAppPowerShellScriptRuleOperationType `string`, `dateTime`, `integer`, `float`, `version`, `boolean`).
 */
export const requirementTypes = ["boolean", "string", "int", "float", "version", "date"] as const;

export type RequirementType = (typeof requirementTypes)[number];
