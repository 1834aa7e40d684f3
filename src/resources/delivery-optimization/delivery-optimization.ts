import type { Ensurable, Singleton, State } from "../language.ts";

/**
 * Delivery Optimization, by which Windows downloads updates and apps, also from other computers (the service `DoSvc`).
 *
 * Its policies are registry values (learn.microsoft.com/windows/deployment/do/waas-delivery-optimization-reference): see `registry_value`. What it logs reads `Get-DeliveryOptimizationLog`.
 *
 * @blocker This Windows has no Delivery Optimization, or is older than Windows 10 2004, which knows no verbose logs.
 * @blocker The registry of the account that it runs as (Network Service) cannot be written.
 * @touches The registry of Network Service, under Software\Microsoft\Windows\CurrentVersion\DeliveryOptimization\Trace: the values that `Enable-DeliveryOptimizationVerboseLogs` of Windows writes.
 */
export interface DeliveryOptimization extends Singleton, Ensurable {
  /**
   * Whether its logs tell everything, and may be as large as that takes: 150 MB each, 200 MB together. What `Enable-DeliveryOptimizationVerboseLogs` and `Disable-DeliveryOptimizationVerboseLogs` do
   * (learn.microsoft.com/windows/deployment/do/waas-delivery-optimization-monitor), but that no download is interrupted: it counts when the service `DoSvc` starts next. To have it at once, ensure it
   * within `with service("DoSvc") stopped { … }`.
   */
  verbose_logging: State<boolean>;
}
