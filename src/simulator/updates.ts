/** What the simulated Windows tells of its updates. */
export interface MachineUpdates {
  /** When the client last searched and last installed something (milliseconds since 1970); null: never. */
  searched: number | null;
  installed: number | null;
  /** By their ids (`KB5034441`); `installedOn` as Win32_QuickFixEngineering has it: `1/9/2024`, sixteen hexadecimal digits, or nothing. */
  hotfixes: Record<string, { installedOn: string }>;
}
