# A JSON text with a value where a pointer leads; objects on the way that are missing are made.
function Edit-JsonValue([string] $Text, [string] $Pointer, [string] $Json) {
    $found = Find-JsonMember $Text $Pointer
    if ($null -ne $found.Member) {
        $old = $found.Member.Value
        return $Text.Remove($old.Start, $old.End - $old.Start).Insert($old.Start, $Json)
    }
    $holder = $found.Holder
    if ($holder.Kind -ne '{') { throw 'it would have to stand in what is no object' }
    $end = [regex]::Match($Text, '\r\n|\n|\r').Value
    $indent = { param($at) [regex]::Match($Text.Substring(0, $at), '(?<=\A\uFEFF?|[\r\n])[ \t]*\z') }
    $unit = @(foreach ($one in (Read-JsonTree $Text).Members) { $own = & $indent $one.Start; if ($own.Length -gt 0) { $own.Value } }) + '  ' | Select-Object -First 1
    $last = if ($holder.Members.Count -gt 0) { $holder.Members[$holder.Members.Count - 1] }
    $outer = [regex]::Match($Text.Substring(0, $holder.Start), '(?<=\A\uFEFF?|[\r\n])[ \t]*(?=[^\r\n]*\z)').Value
    $inner = if ($null -ne $last) { (& $indent $last.Start).Value } else { $outer + $unit }
    $isWide = $end -and ($null -eq $last -or (& $indent $last.Start).Success)
    # from the innermost object that is missing
    $new = $Json
    for ($i = $found.Missing.Count - 1; $i -ge 0; $i--) {
        $new = "$(ConvertTo-JsonText $found.Missing[$i]): $new"
        if ($i -gt 0) { $new = if ($isWide) { "{$end$inner$($unit * $i)$new$end$inner$($unit * ($i - 1))}" } else { "{ $new }" } }
    }
    if ($null -eq $last) {
        $kept = $Text.Substring($holder.Start, $holder.End - 1 - $holder.Start).TrimEnd()
        return $Text.Substring(0, $holder.Start) + $kept + $(if ($isWide) { "$end$inner$new$end$outer" } else { $new }) + $Text.Substring($holder.End - 1)
    }
    # behind the last member, its comma and the comment that ends its line
    $at = if ($last.Comma -ge 0) { $last.Comma + 1 } else { $last.Value.End }
    $place = if ($isWide) { $at + [regex]::Match($Text.Substring($at), '\A(?>(?:[ \t]|//[^\r\n]*|/\*(?:(?!\*/)[^\r\n])*\*/)*)').Length } else { $at }
    $Text = $Text.Insert($place, $(if ($isWide) { "$end$inner$new" } else { " $new" }))
    if ($last.Comma -ge 0) { $Text } else { $Text.Insert($at, ',') }
}
