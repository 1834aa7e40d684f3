# The text of an ini file with a value, wherever its key stands; else behind the other keys of its section, or in a new one at the end.
function Edit-IniValue([string] $Text, [string] $Section, [string] $Key, [string] $Value) {
    $found = Find-IniEntry $Text $Section $Key
    # from the last to the first, so that places stay
    for ($i = $found.Entries.Count - 1; $i -ge 0; $i--) {
        $one = $found.Entries[$i]
        $Text = $Text.Remove($one.At, $one.Value.Length).Insert($one.At, $(if ($one.HasSign) { $Value } else { "=$Value" }))
    }
    if ($found.Entries.Count -gt 0) { return $Text }
    $end = Get-LineEnd $Text
    $new = if ($found.End -lt 0) { "[$Section]$end$Key=$Value$end" } else { "$Key=$Value$end" }
    $at = if ($found.End -lt 0) { $Text.Length } else { $found.End }
    if ($Text.Substring(0, $at) -match '[^\r\n\uFEFF]\z') { $new = $end + $new }
    $Text.Insert($at, $new)
}
