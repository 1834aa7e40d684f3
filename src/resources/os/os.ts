import type { Duration, Moment, Reading, Singleton, Version } from "../language.ts";

/**
 * The installed Windows.
 *
 * @touches The registry and CIM (read only).
 */
export interface Os extends Singleton {
  /** All four parts: `10.0.20348.2700`; the last is the number of the cumulative update. */
  version: Reading<Version>;

  /** The build number: 14393 is Windows Server 2016, 17763 Server 2019, 20348 Server 2022, 22000 the first Windows 11 (learn.microsoft.com/windows/release-health). */
  build: Reading<number>;

  /** The edition as Windows names it (`EditionID`): `"Enterprise"`, `"Professional"`, `"ServerStandard"`. */
  edition: Reading<string>;

  /** What it was made to be. */
  product_type: Reading<
    /** A client Windows. */
    | "workstation"
    /** A server that is a domain controller. */
    | "domain_controller"
    /** Any other server. */
    | "server"
  >;

  /** How it was installed. */
  installation_type: Reading<
    /** A client Windows. */
    | "client"
    /** A server with desktop. */
    | "server"
    /** A server without desktop. */
    | "server_core"
    /** Nano Server. */
    | "nano_server"
  >;

  /** The architecture of Windows itself, also when the script runs in an emulated or 32-bit process. */
  architecture: Reading<
    /** 64-bit, AMD and Intel. */
    | "x64"
    /** 32-bit. */
    | "x86"
    /** 64-bit ARM. */
    | "arm64"
  >;

  /** The language that Windows was installed in: `"en-US"`. */
  language: Reading<string>;

  /** The drive that Windows is on: `"C:"`. `disk(os.system_drive)` and `bitlocker_volume(os.system_drive)` are that drive. */
  system_drive: Reading<string>;

  /**
   * What the clock of Windows says, in UTC. What is read as an age is a moment with it: `os.now - file(setup).age >= "2026-01-31"` for a file that was written since,
   * `os.now + certificate(…).expires_in`.
   */
  now: Reading<Moment>;

  /** How long ago Windows started. After a shutdown with fast start-up it goes on counting; a restart begins anew. */
  uptime: Reading<Duration>;

  /**
   * Whether Windows itself is activated: it has a product key, and `LicenseStatus` of that is 1, licensed; a grace period is no activation. Source: "SoftwareLicensingProduct class"
   * (learn.microsoft.com/previous-versions/windows/desktop/sppwmi/softwarelicensingproduct).
   */
  is_activated: Reading<boolean>;
}
