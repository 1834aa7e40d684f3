import type { Account, Change, Creatable, Duration, Key, Means, Reading, State } from "../language.ts";

/**
 * A task of the Task Scheduler, through its COM object (`Schedule.Service`).
 *
 * `present` registers a task that is missing from its `definition`; one that is there is not compared with it. `enabled` switches a task on or off and leaves all else as it is.
 * `absent` deletes the task, and leaves its folder and what it runs at that moment.
 *
 * @blocker The task is missing, and the remedy does not say its `definition`.
 * @blocker The definition needs a password (`LogonType` is `Password`): registering it would take one.
 * @touches The Task Scheduler. A Group Policy preference that makes or deletes the same task cannot be told from any other writer.
 */
export interface ScheduledTask extends Creatable {
  /**
   * Its folder and name, from the root on: `\Contoso\Clean up`. Compared ignoring case.
   * @maxLength 230
   * @pattern ^(\\(?!\.\.?(\\|$))[^\\/:*?"<>|\x00-\x1f]+)+$
   * @limitSource "TaskFolder.RegisterTask method" (learn.microsoft.com/windows/win32/taskschd/taskfolder-registertask): tasks are files below `%SystemRoot%\System32\Tasks`, named like them
   */
  path: Key<string>;

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

  /** The account or group that it runs as. None where its definition names none. */
  run_as?: Reading<Account>;

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
