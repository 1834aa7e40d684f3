import type { Ensurable, Key, Path, Reading, Size, State } from "../language.ts";

/**
 * An event log, or channel, of Windows: whether it records, how large it may become, and what happens then.
 *
 * What is tested is what counts: a policy's setting before that of this computer. What is changed is that of this computer, at once, without a restart; events that
 * are there stay, also where the log is larger than its new size until somebody clears it.
 *
 * Of an analytic or debug channel Windows changes size and mode only while it is off: where the remedy ensures `enabled: true` of one that is off, it is switched on last.
 *
 * What is read of a channel that this Windows does not have cannot be read; `.exists` says whether it has it.
 *
 * @blocker There is no such channel: it comes with the program or feature that writes to it.
 * @blocker Group Policy or Intune sets another value (of Application, Security, Setup and System alone).
 * @blocker Application, Security and System are to be switched on or off, which Windows does not allow.
 * @blocker Size or mode of an analytic or debug channel that is recording deviates, and the remedy does not ensure `enabled: false`.
 * @touches The channel's configuration, through .NET's `EventLogConfiguration`: it is in every Windows and speaks no language.
 * @touches The registry, below SOFTWARE\Policies\Microsoft\Windows\EventLog (read only): what policies set.
 */
export interface EventChannel extends Ensurable {
  /**
   * The channel's name, as Event Viewer shows it among a log's properties ("Full Name"), whatever its case: `"Application"`, `"Microsoft-Windows-PrintService/Operational"`.
   * @maxLength 254
   * @pattern ^[^><&"|\\:`?*\x00-\x1f]+$
   * @limitSource "ChannelType complex type" (learn.microsoft.com/windows/win32/wes/eventmanifestschema-channeltype-complextype): fewer than 255 characters and none of these
   */
  name: Key<string>;

  /** Whether events are written to it. */
  enabled: State<boolean>;

  /**
   * How large its file may become. Files of logs are multiples of 64 KB: a size between two of them is that of the next one, in the test as in the fix. The least is 1088 KB (1114112 bytes): the 1028 KB that many logs of Windows have are no such multiple.
   * @minimum 1114112
   * @maximum 2199023190016
   * @limitSource "wevtutil" (learn.microsoft.com/windows-server/administration/windows-commands/wevtutil): at least 1 MB, multiples of 64 KB; "Policy CSP - ADMX_EventLog": at most 2,147,483,647 KB
   */
  maximum_size: State<Size>;

  /** What happens when it is full. Source: "EventLogMode Enum" (learn.microsoft.com/dotnet/api/system.diagnostics.eventing.reader.eventlogmode). */
  mode: State<
    /** The oldest events are overwritten. */
    | "circular"
    /** The file is put aside beside it, and a new one begun: nothing is lost, and nothing limits how many there are. */
    | "archive"
    /** New events are lost until somebody clears it. */
    | "retain"
  >;

  /** The file in which it is kept. */
  file: Reading<Path>;
}
