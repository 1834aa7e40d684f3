/** A detection that is measured: compiled from a remedy, and as a careful engineer writes it by hand. */
export interface DetectionCase {
  readonly about: string;
  /** A script in `by-hand/`. */
  readonly byHand: string;
  /** How many things it looks at, `Value0` or `Service0` and so on; undefined for a remedy of the examples. */
  readonly count?: number;
}

export const DETECTIONS: readonly DetectionCase[] = [
  { about: "1 registry check", byHand: "registry-values.ps1", count: 1 },
  { about: "20 registry checks", byHand: "registry-values.ps1", count: 20 },
  { about: "5 services", byHand: "services.ps1", count: 5 },
  { about: "the Entra agent among 300 uninstall entries", byHand: "entra-agent.ps1" },
];

/** The rows of `measureDetection`, in its order. */
export const DETECTION_NAMES = DETECTIONS.flatMap(({ about }) => [
  `detection of ${about}, beyond the start of PowerShell`,
  `detection of ${about} by hand, beyond the start of PowerShell`,
]);
