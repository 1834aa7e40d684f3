# The value of a JSON text: Kind (its first character), Start, End, and Members of an object or array, each with Name, Start, Value, and Comma, the place of the one behind it (-1: none).
## RFC 8259, and as VS Code takes it: comments, and a comma behind the last member.
function Read-JsonTree([string] $Text) {
    $gap = '(?>(?:[ \t\r\n]|//[^\r\n]*|/\*[\s\S]*?\*/)*)'
    $token = '[][{}:,]|"(?>[^"\\\x00-\x1F]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null'
    $root = [pscustomobject]@{ Kind = ''; Start = 0; End = 0; Members = [Collections.Generic.List[object]]::new() }
    $open = [Collections.Generic.Stack[object]]::new()
    $open.Push($root)
    $next = 'value'
    $name = $null
    $behind = 0
    foreach ($match in [regex]::Matches($Text, "\G(?:\A\uFEFF)?$gap($token)")) {
        $part = $match.Groups[1]
        $first = $part.Value.Substring(0, 1)
        $in = $open.Peek()
        if ($first -eq '}' -or $first -eq ']') {
            if ($in.Kind -ne $(if ($first -eq '}') { '{' } else { '[' }) -or $next -notin 'comma', $(if ($first -eq '}') { 'name' } else { 'value' })) { break }
            $in.End = $part.Index + 1
            $null = $open.Pop()
            $next = 'comma'
        }
        elseif ($first -eq ',') {
            if ($next -ne 'comma' -or $open.Count -eq 1) { break }
            $in.Members[$in.Members.Count - 1].Comma = $part.Index
            $next = if ($in.Kind -eq '{') { 'name' } else { 'value' }
        }
        elseif ($first -eq ':') {
            if ($next -ne 'colon') { break }
            $next = 'value'
        }
        elseif ($next -eq 'name' -and $first -eq '"') {
            $name = $part
            $next = 'colon'
        }
        else {
            if ($next -ne 'value') { break }
            $value = [pscustomobject]@{ Kind = $first; Start = $part.Index; End = $part.Index + $part.Length; Members = $null }
            $isNamed = $in.Kind -eq '{'
            $in.Members.Add([pscustomobject]@{ Name = $(if ($isNamed) { ConvertFrom-JsonString $name.Value } else { "$($in.Members.Count)" }); Start = $(if ($isNamed) { $name } else { $part }).Index; Comma = -1; Value = $value })
            $next = 'comma'
            if ($first -eq '{' -or $first -eq '[') {
                if ($open.Count -gt 100) { throw 'is nested too deeply' }
                $value.Members = [Collections.Generic.List[object]]::new()
                $open.Push($value)
                $next = if ($first -eq '{') { 'name' } else { 'value' }
            }
        }
        $behind = $part.Index + $part.Length
    }
    if ($open.Count -gt 1 -or $root.Members.Count -ne 1 -or $Text.Substring($behind) -notmatch "\A$gap\z") {
        $shown = $Text.Substring(0, $behind + [regex]::Match($Text.Substring($behind), "\A$gap").Length)
        throw "is no JSON: line $([regex]::Matches($shown, '\r\n|\n|\r').Count + 1)"
    }
    $root.Members[0].Value
}
