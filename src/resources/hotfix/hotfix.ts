import type { Duration, Enumerable, Key, Reading } from "../language.ts";

/**
 * An update of Windows itself that Windows lists as installed, by the number of its article. `hotfix()` in `each`, `any` and `all` are all that it lists.
 *
 * A cumulative update takes the place of those before it, which are no longer listed then: to ask for one or any later one, compare `os.version`, whose last part
 * grows with each. Updates of Office, drivers and signatures are not among them. Source: "Win32_QuickFixEngineering class" (learn.microsoft.com/windows/win32/cimwin32prov/win32-quickfixengineering).
 *
 * @touches CIM, class Win32_QuickFixEngineering (read only).
 */
export interface Hotfix extends Enumerable {
  /**
   * The number of its article: `"KB5034441"`.
   * @pattern ^KB[0-9]{6,8}$
   * @limitSource Numbers of Microsoft's articles have six or seven digits; one more is left for what comes
   */
  id: Key<string>;

  /** How many days ago it was installed; none where Windows does not say. */
  age?: Reading<Duration>;
}
