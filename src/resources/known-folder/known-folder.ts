import type { Path, Reading, Singleton } from "../language.ts";

/**
 * Folders that Windows has for everybody, wherever they are: their names differ from language to language, and an administrator may have moved them.
 *
 * `ensure shortcut(known_folder.public_desktop / "Contoso.lnk") { target: '%ProgramFiles%\Contoso\contoso.exe' }` puts a shortcut on everybody's desktop. Folders for which Windows has a variable
 * (`%ProgramData%`, `%Public%`) are written so; those of one person lie below the folder of the profile.
 *
 * @touches Nothing: Windows is asked where they are ("KNOWNFOLDERID", learn.microsoft.com/windows/win32/shell/knownfolderid).
 */
export interface KnownFolder extends Singleton {
  /** What it holds is on everybody's desktop: `C:\Users\Public\Desktop`. */
  public_desktop: Reading<Path>;

  /** Documents of everybody: `C:\Users\Public\Documents`. */
  public_documents: Reading<Path>;

  /** Everybody's Start menu: `C:\ProgramData\Microsoft\Windows\Start Menu`. */
  common_start_menu: Reading<Path>;

  /** The programs in it, where shortcuts belong: `…\Start Menu\Programs`. */
  common_programs: Reading<Path>;

  /** What it holds is started whenever anybody signs in: `…\Start Menu\Programs\StartUp`. */
  common_startup: Reading<Path>;
}
