import type {
  Account,
  Demand,
  Duration,
  Enumerable,
  Key,
  Means,
  Reading,
  Removable,
  Secret,
  State,
  Stoppable,
  Change,
} from "../language.ts";

/**
 * A Windows service (or driver) of the service control manager.
 *
 * `startup` is set before `state`. A service that is `starting` or `stopping` is waited for, at most `timeout`, before its state is read, so one
 * that is just starting is not called stuck. A remedy does not create services: `ensure service("x") present`, like any block with a state, tests
 * that it is there, and blocks when it is not, unless the remedy ensures a package that `provides` it. `absent` stops it and deletes it from the
 * service control manager; a service that belongs to an installed package is better removed with that package.
 *
 * @blocker The service does not exist and nothing in the remedy provides it.
 * @blocker It is disabled, and `startup` is not ensured: whether it may run is the author's choice.
 * @blocker A service that it depends on is missing or disabled.
 * @blocker Its logon was refused for want of the right 'Log on as a service' that a policy of the domain or of Intune owns.
 * @blocker It is to depend on a service that is not installed, or on itself.
 * @blocker A file stands where Windows takes it for the program of an unquoted path.
 * @touches The service control manager.
 */
export interface Service extends Removable, Stoppable, Enumerable {
  /**
   * The service's name, as `sc query` and the registry have it; not the display name. Compared ignoring case.
   * @minLength 1
   * @maxLength 256
   * @pattern ^[^/\\]+$
   * @limitSource CreateServiceW, parameter lpServiceName: at most 256 characters, no slash, no backslash (learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-createservicew)
   * @wildcards none
   */
  name: Key<string>;

  /** Whether it runs. `stopped` is reached with a stop request and a bounded wait, services that depend on it first. */
  state: State<
    /** It runs. */
    | "running"
    /** It does not run. */
    | "stopped",
    /** It was asked to start and has not reported yet. */
    | "starting"
    /** It was asked to stop and has not reported yet. */
    | "stopping"
    /** It is suspended (also while it is being suspended or resumed). */
    | "paused"
  >;

  /** When Windows starts it. As a wish, `automatic` is content with `automatic_delayed`, too; reading gives the one or the other. */
  startup: State<
    /** While Windows starts. */
    | "automatic"
    /** Some time after Windows has started (`DelayedAutostart`). */
    | "automatic_delayed"
    /** When a person or a program asks for it, or on a trigger. */
    | "manual"
    /** Never: it cannot be started. */
    | "disabled",
    /** A driver that the boot loader loads. */
    | "boot"
    /** A driver that the kernel loads while it starts. */
    | "system"
  >;

  /**
   * The account that it logs on as; none for a driver. Changing it also needs `password`, except for virtual accounts, group managed accounts (`'CONTOSO\agent$'`) and the built-in ones.
   * It is not given the right to log on as a service: `ensure user_right("SeServiceLogonRight") { includes: ['CONTOSO\agent$'] }` does that.
   */
  account?: State<Account>;

  /**
   * The password of `account`, read on the device by the fix only. It is never tested: a change of password alone is no drift.
   * @only present
   */
  password?: Means<Secret>;

  /**
   * How long a start, a stop or a pending state is waited for.
   * @default 30s
   */
  timeout?: Means<Duration>;

  /**
   * Whether Windows can take another file for its program: of an unquoted `C:\Program Files\a.exe` it tries `C:\Program.exe` first. The fix puts the program in quotation marks and
   * leaves its arguments as they are; it counts from the next start of the service. Where a file stands in the program's place the item is blocked.
   */
  path_quoting: State<
    /** The program is quoted, or has no blanks. */
    "safe",
    /** It has blanks and no quotation marks. */
    "unsafe"
  >;

  /**
   * What Windows does when it fails for the first time, the second and so on; the last word holds for all further failures. Delays stay as they are, or are a minute: see
   * `recovery_delay`.
   */
  recovery: State<
    (
      /** Nothing. */
      | "no_action"
      /** It starts the service again. */
      | "restart"
      /** It restarts the computer. */
      | "restart_computer"
      /** It runs the program that is set for that, which a remedy does not set. */
      | "run_program"
    )[]
  >;

  /**
   * How long Windows waits before it does so, at each failure; none where it does nothing.
   * @maximum 4294967294
   * @limitSource SC_ACTION, Delay: milliseconds in 32 bits (learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-sc_action)
   */
  recovery_delay?: State<Duration>;

  /**
   * After how long without a failure Windows counts from one again; none where it never does.
   * @maximum 4294967294000
   * @limitSource SERVICE_FAILURE_ACTIONSW, dwResetPeriod: seconds in 32 bits (learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_failure_actionsw)
   */
  recovery_reset?: State<Duration>;

  /**
   * Services that are started before it and without which it does not start: those that are missing are added, others stay. It counts from the next start of the service.
   * @minLength 1
   * @maxLength 256
   * @pattern ^[^/\\"+][^/\\"]*$
   * @limitSource Names of services, as for `name`; `sc.exe` has a slash between two, and `+` before a group
   */
  depends_on: Demand<string[]>;

  /** Those, and groups of services (`+TDI`). */
  dependencies: Reading<string[]>;

  /**
   * Whether its process has the service's own SID (`NT SERVICE\\name`), to which rights can be given. It counts from the next start of the service. Source:
   * "SERVICE_SID_INFO structure (winsvc.h)" (learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_sid_info).
   */
  sid_type: State<
    /** It has none (`sc.exe`: none). */
    | "no_sid"
    /** It has. */
    | "unrestricted"
    /** It has, and may write only where that, Everyone, the logon SID or the write-restricted SID may: most programs do not run so. */
    | "restricted"
  >;

  /** The name that the Services console shows, in the language of the Windows. */
  display_name: Reading<string>;

  /** Its program with arguments, as configured (`ImagePath`). */
  path: Reading<string>;

  /** The id of its process; none while it does not run. */
  process_id?: Reading<number>;

  /**
   * Why it does not run, as `sc query` shows it (`WIN32_EXIT_CODE`): the error number with which it ended or could not be started, such as 1069 where its logon
   * was refused; 0 where it runs or was stopped in good order, 1077 where it was not started since Windows started.
   */
  exit_code: Reading<number>;

  /**
   * Stops it if it runs, with the services that depend on it, and starts it and those of them that ran.
   * @guarantees The service runs, in a process that began after the verb did.
   */
  restart(options: {
    /**
     * How long the stop and the start are waited for, each.
     * @default 30s
     */
    timeout?: Duration;
  }): Change;
}
