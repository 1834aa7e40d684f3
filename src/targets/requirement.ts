/**
 * Types in which a channel compares what a requirement script writes with a value (Intune, Win32 apps, "Requirements", script; Microsoft Graph,
 * win32LobAppRuleComparison types `string`, `integer`, `float`, `version`, `boolean`). A date is one more there; the language has none.
 */
export const requirementTypes = ["boolean", "string", "int", "float", "version"] as const;

export type RequirementType = (typeof requirementTypes)[number];
