import type { Creatable, Demand, Enumerable, Key, NamedKey, State } from "../language.ts";

/**
 * An environment variable as Windows keeps it in the registry, of the machine or of a person.
 *
 * Texts are written and compared as they stand there, with `%Variables%` unexpanded. A value with a `%Name%` in it is written as REG_EXPAND_SZ, without which
 * Windows does not expand it; any other keeps the kind that it has, and a new one is REG_SZ. `includes` and `excludes` are for lists such as `Path`, whose
 * entries are separated by `;`: each is added behind the others or taken out, and all else stays as it is, in its order. Entries are the same whatever their
 * case and a backslash at their end, and whether or not their variables are expanded by those of Windows and the machine. A list from which the last entry goes stays, empty.
 *
 * Processes get their variables when they start, from the one that starts them. Nothing is sent to those that run (WM_SETTINGCHANGE is a native call, and SYSTEM has no
 * windows on anybody's desktop): programs that a person starts see a change after the next sign-in, services after the next start of Windows.
 *
 * `each v in environment_variable(value matches 'C:\\OldJava')` goes over those of the machine, `each v in environment_variable(scope: user)` over a person's; `v.name` is its name. Among them are those of Windows itself.
 *
 * @blocker The running account may not write to the registry key.
 * @blocker The variable holds no text, or, for an entry with `%Variables%`, unexpandable text in which other entries have a `%` that would be expanded then.
 * @blocker The list would be longer than the 32,767 characters that Windows allows.
 * @touches The registry: `HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment` or the person's `Environment` key. A Group Policy preference that sets the same variable cannot be told from any other writer.
 */
export interface EnvironmentVariable extends Creatable, Enumerable {
  /**
   * Its name, whatever its case: `Path`.
   * @maxLength 254
   * @pattern ^[^=\x00-\x1f]+$
   * @limitSource "Environment Variables" (learn.microsoft.com/windows/win32/procthread/environment-variables): no equal sign; Environment.SetEnvironmentVariable of .NET Framework: a person's has fewer than 255 characters
   */
  name: Key<string>;

  /**
   * Whose it is.
   * @default machine
   */
  scope?: NamedKey<
    /** The machine's: every process has it. @key HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment */
    | "machine"
    /** A person's: in `each u in profile()` that one's, with `context: user` the signed-in one's. @key HKCU\Environment */
    | "user"
  >;

  /**
   * Its text, compared exactly, also upper and lower case.
   * @maxLength 32767
   * @limitSource "Environment Variables" (learn.microsoft.com/windows/win32/procthread/environment-variables): at most 32,767 characters
   */
  value: State<string>;

  /**
   * Entries that the list has, each added where it is missing. Read: its entries as they stand there.
   * @maxLength 32767
   * @pattern ^[^;\x00-\x1f]+$
   * @limitSource "Environment Variables" (learn.microsoft.com/windows/win32/procthread/environment-variables): at most 32,767 characters for the whole
   * @additive
   */
  includes: State<string[]>;

  /**
   * Entries that the list does not have, each removed where it does, as often as it does. Cannot be read; `includes` tells the entries.
   * @maxLength 32767
   * @pattern ^[^;\x00-\x1f]+$
   * @limitSource "Environment Variables" (learn.microsoft.com/windows/win32/procthread/environment-variables): at most 32,767 characters for the whole
   * @additive
   */
  excludes: Demand<string[]>;
}
