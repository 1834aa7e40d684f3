import type { Change, Duration, Ensurable, Key, Presumed, Reading, Selectable, State } from "../language.ts";

/**
 * A Plug and Play device, as Device Manager shows it: one by its instance id, or those for which filters hold. Devices that were connected once and are not any more are none.
 *
 * `each d in pnp_device(class == "Camera") { ensure d { enabled: false } }` is about all cameras; `require all d in pnp_device(problem == true): d.problem_code != 28 else "…"` wants a driver for each device.
 *
 * Instance ids differ from computer to computer where the bus numbers its devices; `pnp_device(instance_id matches '^PCI\\VEN_8086&DEV_15B7')` finds a device by what it is.
 *
 * @blocker There is no such device: it is not connected, or has another instance id.
 * @touches Plug and Play devices, through CIM's class `Win32_PnPEntity` (Windows 10, Windows Server 2016 or newer); `pnputil.exe` of Windows restarts one.
 */
export interface PnpDevice extends Ensurable, Selectable, Presumed {
  /**
   * Its instance id ("Device instance path" among its details), whatever its case: `'USB\VID_046D&PID_0825\5&2F1E8D0&0&3'`.
   * @minLength 1
   * @maxLength 199
   * @pattern ^[^\x00-\x20,"\x7f-\uffff]+$
   * @limitSource "IRP_MN_QUERY_ID" (learn.microsoft.com/windows-hardware/drivers/kernel/irp-mn-query-id): printable ASCII without blanks and commas, shorter than MAX_DEVICE_ID_LEN (200)
   */
  instance_id?: Key<string>;

  /** Whether it may work. Of one that a person, a policy or a script has disabled it is false; of one with any other problem it is true. */
  enabled: State<boolean>;

  /** The name that Device Manager shows, which may be in the language of Windows. None where its driver gives none. */
  friendly_name?: Reading<string>;

  /** Its setup class, the same in every language: `"Net"`, `"Camera"`, `"Bluetooth"`. None while it has no driver. */
  class?: Reading<string>;

  /** Whether it has a problem, other than that it is disabled. */
  problem: Reading<boolean>;

  /** The code of its problem in Device Manager, 0 without one: 10 it cannot start, 22 it is disabled, 28 it has no driver, 43 its driver has stopped it. Source: "Win32_PnPEntity class" (learn.microsoft.com/windows/win32/cimwin32prov/win32-pnpentity). */
  problem_code: Reading<number>;

  /**
   * Stops it and starts it again, with `pnputil.exe`, which can do so from Windows 10 2004 and Windows Server 2022 on. What hangs on it is gone for a moment: restart no network adapter by which the script itself is reached.
   * @guarantees Windows has stopped and started it.
   */
  restart(options: {
    /**
     * How long it may take.
     * @default 2m
     */
    timeout?: Duration;
  }): Change;
}
