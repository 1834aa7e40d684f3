import type { Duration, Findings, Key, NamedKey, Resource } from "../language.ts";

/**
 * A log of Windows events, read for causes when a step has failed. Events are known by source and number, never by their text, so it works on a
 * Windows of any language.
 *
 * @touches The event log (read only).
 */
export interface EventLog extends Resource {
  /**
   * The log's name: `"System"`, `"Application"`, or a channel as Event Viewer shows it.
   * @minLength 1
   * @maxLength 256
   * @limitSource This compiler's bound; channel names that Windows ships have fewer than 128 characters
   */
  log: Key<string>;

  /**
   * The provider that wrote the events: `"Service Control Manager"`, `"MsiInstaller"`. Without it all providers are read.
   * @minLength 1
   * @maxLength 256
   * @limitSource This compiler's bound; provider names that Windows ships have fewer than 128 characters
   */
  source?: NamedKey<string>;

  /**
   * How far back events are read.
   * @default 1h
   */
  last?: NamedKey<Duration>;

  /**
   * Reads the events that it knows (a service without the right to log on, a failed logon, a failed Windows Installer action), newest first. A cause is an
   * event of the System log that is younger than the run and names a service of the step; of any other the summary line says only that it was seen.
   * @guarantees Nothing is changed; causes that were found stand in the summary line.
   */
  diagnose(): Findings;
}
