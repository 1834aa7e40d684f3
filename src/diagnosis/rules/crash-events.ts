import type { RuleTable } from "./rule.ts";

/** Crashes of programs and of Windows, by a name of their own: several providers share an id. */
export const CRASH_SOURCE = "https://learn.microsoft.com/windows/win32/wer/collecting-user-mode-dumps";

const DUMP =
  "Have Windows keep a dump of the next crash: the key LocalDumps\\PROGRAM.exe below HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting; give it to the vendor.";
const NEWER = "Look for a newer version of the program and of the module that is named.";
const MINIDUMP =
  "Give the dump (%SystemRoot%\\MEMORY.DMP or %SystemRoot%\\Minidump) to the vendor, or open it in WinDbg with '!analyze -v'.";

/** `{0}`, `{1}`, … are what `readCrash` takes from the texts of the event. */
export const crashEvents: RuleTable = {
  "crash-program": {
    text: "program {0} crashed in {1} with {2}",
    why: "The program did what Windows does not allow, and was ended (event 1000 of Application Error). The module is where it happened, not always whose fault it is.",
    todo: [NEWER, DUMP],
  },
  "crash-dotnet": {
    text: "program {0} ended by an exception that it did not handle: {1}",
    why: "A .NET program threw, and nothing in it caught that (event 1026 of .NET Runtime). The first lines of its stack are in the event.",
    todo: ["Read the exception: a missing file or assembly, a refused access or an unreachable server is often named in it.", NEWER],
    source: "https://learn.microsoft.com/dotnet/standard/exceptions/",
  },
  "crash-report": {
    text: "Windows reported {0} of {1}",
    why: "Windows Error Reporting wrote down a crash, a hang or a failed installation (event 1001); the bucket groups those that are alike.",
    todo: ["Look for the event 1000 or 1026 of the same minute: it says more.", DUMP],
    source: "https://learn.microsoft.com/windows/win32/wer/wer-settings",
  },
  "crash-hang": {
    text: "program {0} did not answer and was closed",
    why: "Its windows took no message for five seconds, and it was closed (event 1002 of Application Hang).",
    todo: [NEWER, DUMP],
  },
  "side-by-side": {
    text: "a program cannot start: {0} needs {1}",
    why: "A program names in its manifest an assembly that is not on the machine or does not fit (events 33, 35, 59 and 80 of SideBySide); most often the Visual C++ Redistributable of that version and architecture is missing.",
    todo: [
      "Install the Visual C++ Redistributable whose version the assembly names, in the architecture that it names.",
      "'sxstrace.exe trace -logfile:sxs.etl' and 'sxstrace.exe parse' tell what was looked for.",
    ],
    statement: `require package(name matches 'Visual C\\+\\+ .*Redistributable').exists else "A Visual C++ Redistributable is missing."`,
    source: "https://learn.microsoft.com/windows/win32/sbscs/about-side-by-side-assemblies-",
  },
  "crash-windows": {
    text: "Windows stopped with {0} and was restarted",
    why: "A driver or the hardware brought Windows to a halt (event 1001 of BugCheck); what ran at that moment was cut off.",
    todo: ["Look the code up in the bug check code reference: it says what was violated, and its parameters where.", MINIDUMP],
    source: "https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-code-reference2",
  },
  "power-lost": {
    text: "Windows was restarted without having been shut down{0}",
    why: "The power went, somebody held the button, or Windows halted (event 41 of Kernel-Power); a bug check code other than 0 names the latter.",
    todo: [
      "With a bug check code: look for event 1001 of BugCheck. Without one: look at power, battery and whoever switches machines off.",
    ],
    source: "https://learn.microsoft.com/troubleshoot/windows-client/performance/event-id-41-restart",
  },
};

/** What a record says of a crash: the rule, and the texts for its holes. Undefined for every other record. */
export function readCrash(
  source: string,
  id: number,
  values: readonly string[],
): { readonly rule: string; readonly holes: readonly string[] } | undefined {
  const of = (rule: string, ...holes: readonly (string | undefined)[]): { readonly rule: string; readonly holes: readonly string[] } => ({
    rule,
    holes: holes.map((hole) => hole ?? "?"),
  });
  switch (`${source} ${id}`) {
    case "Application Error 1000": {
      const code = /^(?:0x)?([0-9a-f]{8})$/i.exec(values[6] ?? "")?.[1];
      return of("crash-program", values[0], values[3], code === undefined ? values[6] : `0x${code.toUpperCase()}`);
    }
    case "Application Hang 1002":
      return of("crash-hang", values[0]);
    case ".NET Runtime 1026": {
      const text = values[0] ?? "";
      return of("crash-dotnet", /^Application: ?(.+)$/m.exec(text)?.[1]?.trim(), /Exception Info: ?(.+)$/m.exec(text)?.[1]?.trim());
    }
    case "Windows Error Reporting 1001":
      return of("crash-report", values[2], values[5]);
    case "SideBySide 33":
    case "SideBySide 35":
    case "SideBySide 59":
    case "SideBySide 80":
      return of(
        "side-by-side",
        values.find((value) => /^[a-z]:\\/i.test(value)),
        values.find((value) => /\b(?:processorArchitecture|version)=/i.test(value)),
      );
    case "Microsoft-Windows-WER-SystemErrorReporting 1001":
    case "BugCheck 1001":
      return of("crash-windows", /^0x[0-9a-f]{8}/i.exec(values[0] ?? "")?.[0]);
    case "Microsoft-Windows-Kernel-Power 41": {
      const code = Number(values[0]);
      return of("power-lost", code > 0 ? ` (bug check 0x${code.toString(16).toUpperCase().padStart(8, "0")})` : "");
    }
    default:
      return undefined;
  }
}

/** The providers whose events may tell of a crash. */
export const CRASH_PROVIDERS: ReadonlySet<string> = new Set([
  "Application Error",
  "Application Hang",
  ".NET Runtime",
  "Windows Error Reporting",
  "SideBySide",
  "Microsoft-Windows-WER-SystemErrorReporting",
  "BugCheck",
  "Microsoft-Windows-Kernel-Power",
]);
