/** A task of the Task Scheduler of the simulated Windows, by its path. Times are milliseconds since 1970. */
export interface MachineTask {
  enabled: boolean;
  author: string;
  /** A name or a SID, of an account or a group; empty: none. */
  account: string;
  /** When its last run began; 0: it never ran. */
  lastRun: number;
  lastResult: number;
  /** Until when it runs; 0: it does not. */
  runsUntil: number;
  /** How long its next runs take, and what they come to. */
  duration: number;
  exitCode: number;
  /** The program that it starts at the desktop of its account, where that is signed in; undefined for one that runs unseen. */
  shows?: string;
  /** What it starts, and when; undefined: nothing that is told. */
  program?: string;
  arguments?: string;
  triggers?: readonly MachineTrigger[];
  /** It was registered with the password of its account. */
  password?: true;
}

/** A trigger of the kind that a TASK_TRIGGER_TYPE2 says: the time of its start, and its repetition as an XML duration. */
export interface MachineTrigger {
  type: number;
  start: string;
  every: string;
}

/** One that is switched on and never ran. */
export function createTask(part: Partial<MachineTask> = {}): MachineTask {
  return {
    enabled: true,
    author: "Microsoft Corporation",
    account: "S-1-5-18",
    lastRun: 0,
    lastResult: 0,
    runsUntil: 0,
    duration: 5_000,
    exitCode: 0,
    ...part,
  };
}
