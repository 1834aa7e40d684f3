/** Counts of registry values that detections are measured with. */
export const DETECTION_SIZES = [1, 20] as const;

/** The rows of `measureDetection`, in its order. */
export const DETECTION_NAMES = DETECTION_SIZES.flatMap((count) => {
  const about = count === 1 ? "1 registry check" : `${count} registry checks`;
  return [`detection of ${about}, beyond the start of PowerShell`, `detection of ${about} by hand, beyond the start of PowerShell`];
});
