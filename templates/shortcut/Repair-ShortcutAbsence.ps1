# Removes a shortcut.
function Repair-ShortcutAbsence([string] $Path) { Repair-FileAbsence $Path }
