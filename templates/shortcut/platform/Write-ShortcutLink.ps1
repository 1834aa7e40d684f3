# Writes fields of a shortcut, and makes one that is missing.
function Write-ShortcutLink([string] $Path, [hashtable] $Fields) {
    $link = (New-Object -ComObject 'WScript.Shell').CreateShortcut($Path)
    foreach ($name in $Fields.Keys) { $link.$name = $Fields[$name] }
    $link.Save()
}
