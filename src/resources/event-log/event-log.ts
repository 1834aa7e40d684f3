import type { Duration, Findings, Key, NamedKey, Resource } from "../language.ts";

/**
 * A log of Windows events: counted, or read for causes when a step has failed. Events are known by source and number, never by their text, so it works on a
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
   * @pattern ^[^"]+$
   * @limitSource This compiler's bound; provider names that Windows ships have fewer than 128 characters. "ProviderType Complex Type" (learn.microsoft.com/windows/win32/wes/eventmanifestschema-providertype-complextype): no quotation mark
   */
  source?: NamedKey<string>;

  /**
   * How far back events are read.
   * @default 1h
   */
  last?: NamedKey<Duration>;

  /**
   * How many such events the log has, counted up to 1,000: that many stands for any more. A log that is not there, that may not be read, that does not answer within half a
   * minute, or that is an analytic or debug one in use, cannot be read, which is never 0; a provider that this Windows does not have has written none. Write its name as Event Viewer shows it: upper and lower case may count.
   *
   * A fix takes no event away: a `check` of it stays false until the events are older than `last`. Where it is only asked whether something is to be done, `when`, `require` and `warn` serve.
   */
  count(
    /**
     * Their numbers; without it events of any number.
     * @minimum 0
     * @maximum 65535
     * @limitSource "System (SystemPropertiesType) Element" (learn.microsoft.com/windows/win32/wes/eventschema-systempropertiestype-complextype): EventID is an unsigned short
     */
    ids?: number[],
    /** How grave they are; without it of any. Source: "LevelType Complex Type" (learn.microsoft.com/windows/win32/wes/eventmanifestschema-leveltype-complextype). */
    levels?: EventLevel[],
  ): number;

  /**
   * Reads the events that it knows (a service without the right to log on, a failed logon, a failed Windows Installer action, a crash of a program or of Windows), newest first. A cause is an
   * event of the System log that is younger than the run and names a service of the step; of any other the summary line says only that it was seen.
   * @guarantees Nothing is changed; causes that were found stand in the summary line.
   */
  diagnose(): Findings;
}

type EventLevel =
  /** Something has failed from which there is no recovery. */
  | "critical"
  /** Something has failed. */
  | "error"
  /** Something may fail. */
  | "warning"
  /** Something has happened; events without a level, such as those of audits, count as these. */
  | "information"
  /** What is of use to developers. */
  | "verbose";
