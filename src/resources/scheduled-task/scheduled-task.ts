import type { Account, Change, Creatable, Demand, Duration, Enumerable, Key, Means, Path, Reading, Scope, State } from "../language.ts";

/**
 * A task of the Task Scheduler, through its COM object (`Schedule.Service`).
 *
 * `present` registers a task that is missing from its `definition`, or from what the remedy says of it: `program`, `arguments`, `run_as`, `daily_at` and its like. What the remedy says so is compared with what is registered, and
 * changed where it deviates; all else of a task stays. A definition is not compared. `enabled` switches a task on or off and leaves all else as it is.
 *
 * A task that is made without a definition runs on battery too, later where the machine was off at that time, and, unless `run_as` says otherwise, as SYSTEM.
 *
 * `absent` deletes the task, and leaves its folder and what it runs at that moment.
 *
 * `each t in scheduled_task(below: '\Microsoft\Windows\EnterpriseMgmt')` goes over the tasks in a folder and the folders below it, hidden ones too, of which there are none where it is missing; `t.path` is the whole
 * path. More than 1,000 folders are unreadable.
 *
 * @blocker The task is missing, and the remedy says neither its `program` nor its `definition`.
 * @blocker `program` runs as SYSTEM or another account of a service, and does not exist or may be changed by others than administrators.
 * @blocker `run_as` is an account that needs a password, or the task runs with one and something of it is to be changed.
 * @blocker The definition needs a password (`LogonType` is `Password`): registering it would take one.
 * @touches The Task Scheduler. A Group Policy preference that makes or deletes the same task cannot be told from any other writer.
 */
export interface ScheduledTask extends Creatable, Enumerable {
  /**
   * Its folder and name, from the root on: `\Contoso\Clean up`. Compared ignoring case.
   * @maxLength 230
   * @pattern ^(\\(?!\.\.?(\\|$))[^\\/:*?"<>|\x00-\x1f]+)+$
   * @fit \*
   * @limitSource "TaskFolder.RegisterTask method" (learn.microsoft.com/windows/win32/taskschd/taskfolder-registertask): tasks are files below `%SystemRoot%\System32\Tasks`, named like them
   */
  path: Key<string>;

  /**
   * The folder below which they are, from the root `\` on: in `each`, `any` and `all` only.
   * @maxLength 230
   * @pattern ^(\\|(\\(?!\.\.?(\\|$))[^\\/:*?"<>|\x00-\x1f]+)+\\?)$
   * @fit \*
   * @limitSource As of `path`
   */
  below: Scope<string>;

  /** Whether it may run: by its triggers, and by hand. */
  enabled: State<boolean>;

  /**
   * What it does, as XML: what `schtasks /query /xml` or the export of the Task Scheduler shows ("Task Scheduler Schema", learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema).
   * Used where the task is missing.
   * @minLength 10
   * @pattern ^\s*<[\s\S]*<Task[\s>][\s\S]*</Task>\s*$|^\s*<Task[\s>][\s\S]*</Task>\s*$
   * @limitSource "Task Scheduler Schema" (learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema): one element Task
   * @only present
   */
  definition?: Means<string>;

  /**
   * The program that it starts, and nothing else, by its full path. For a script that is its interpreter, with the script among the `arguments`.
   * @pattern ^([A-Za-z]:|\\\\[^\\?.])\\?.*\.(exe|com)$
   * @limitSource "ExecAction.Path property" (learn.microsoft.com/windows/win32/taskschd/execaction-path): an executable file
   */
  program: Demand<Path>;

  /**
   * The arguments of its program, each quoted as needed; without them `program` is started without any. The Task Scheduler would put others in the place of `%`…`%` and `$(`…`)`, so they cannot be given. No secrets:
   * everybody on the machine can read them.
   * @pattern ^([^%$\x00-\x1f]|\$(?!\())*$
   * @limitSource "ExecAction object" (learn.microsoft.com/windows/win32/taskschd/execaction): environment variables in Path and Arguments are expanded
   */
  arguments: Demand<string[]>;

  /**
   * When it starts each day, in the machine's own time. `daily_at`, `at_startup`, `at_logon` and `every` together are all that starts it: other triggers are a deviation as soon as one of the four is given.
   * @pattern ^([01][0-9]|2[0-3]):[0-5][0-9]$
   * @fit 0*
   * @limitSource "StartBoundary (triggerBaseType) Element" (learn.microsoft.com/windows/win32/taskschd/taskschedulerschema-startboundary-triggerbasetype-element): a time of day
   */
  daily_at: Demand<string>;

  /** Whether it starts when Windows does. */
  at_startup: Demand<boolean>;

  /** Whether it starts when anybody signs in. */
  at_logon: Demand<boolean>;

  /**
   * How often it starts, all day and all night.
   * @minimum 60000
   * @maximum 2678400000
   * @limitSource "RepetitionPattern.Interval property" (learn.microsoft.com/windows/win32/taskschd/repetitionpattern-interval): from 1 minute to 31 days
   */
  every: Demand<Duration>;

  /** What it does at this moment. */
  state: Reading<
    /** It waits for its next run. */
    | "ready"
    /** It runs. */
    | "running"
    /** A run of it waits for its turn. */
    | "queued"
    /** It is switched off. */
    | "disabled"
    /** The Task Scheduler does not say. */
    | "unknown"
  >;

  /** Who made it, in its own words (`RegistrationInfo`). None where it does not say. */
  author?: Reading<string>;

  /**
   * The account or group that it runs as: SYSTEM, LOCAL SERVICE, NETWORK SERVICE, or a group of Windows (`BUILTIN\Users`), then with the rights of each of it who is signed in. None where its definition names none.
   */
  run_as?: State<Account>;

  /** How long ago its last run began. None where it never ran. */
  last_run_age?: Reading<Duration>;

  /** The result of its last run, without a sign: 0 as a rule where all went well. 267009 while it runs. None where it never ran. */
  last_result?: Reading<number>;

  /**
   * Starts it by hand, with the rights of its account, and waits for the end.
   * @guarantees It has run and ended with the result 0.
   */
  run(options: {
    /**
     * How long it may take. One that takes longer goes on, and the action fails.
     * @default 10m
     */
    timeout?: Duration;
  }): Change;

  /**
   * Ends all that it runs at this moment.
   * @guarantees It does not run.
   */
  stop(options: {
    /**
     * How long the end is waited for.
     * @default 30s
     */
    timeout?: Duration;
  }): Change;
}
