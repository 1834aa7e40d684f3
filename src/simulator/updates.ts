/** What the simulated Windows tells of its updates. */
export interface MachineUpdates {
  /** When the client last searched and last installed something (milliseconds since 1970); null: never. */
  searched: number | null;
  installed: number | null;
  /** What a search of its data store finds, or the HRESULT that it fails with (0: it works). */
  pending: MachinePendingUpdates;
  searchError: number;
  /** By their ids (`KB5034441`); `installedOn` as Win32_QuickFixEngineering has it: `1/9/2024`, sixteen hexadecimal digits, or nothing. */
  hotfixes: Record<string, { installedOn: string }>;
}

/** Updates that are not installed: each figure as far as it is given, null where it follows from the others. */
export interface MachinePendingUpdates {
  count: number | null;
  security: number | null;
  /** When the oldest of all and the oldest security update were published (milliseconds since 1970). */
  published: number | null;
  securityPublished: number | null;
  titles: string[] | null;
}

/** Nothing is pending, and a search works. */
export function createPendingUpdates(): Pick<MachineUpdates, "pending" | "searchError"> {
  return { pending: { count: null, security: null, published: null, securityPublished: null, titles: null }, searchError: 0 };
}
