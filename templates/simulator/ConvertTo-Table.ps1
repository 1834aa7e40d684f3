# Turns what ConvertFrom-Json gives into ordered tables that ignore case, and lists; names and texts lose the tilde that guards them (see prelude.ts).
function ConvertTo-Table {
    param([AllowNull()] [object] $Value)
    $ignoreCase = [System.StringComparer]::OrdinalIgnoreCase
    $top = [object[]]::new(1)
    # What is still to be turned, each below what it becomes: a function that called itself for every row would take several times as long.
    $stack = [System.Collections.Generic.Stack[object]]::new()
    $stack.Push($top)
    $stack.Push([object[]]@(, $Value))
    while ($stack.Count -gt 0) {
        $source = $stack.Pop()
        $target = $stack.Pop()
        $isList = $source -is [array]
        $isTable = $source -is [System.Collections.IDictionary]
        $members = $source
        if ($isTable) { $members = $source.GetEnumerator() } elseif (-not $isList) { $members = $source.PSObject.Properties }
        $index = 0
        foreach ($member in $members) {
            $inner = $member
            if (-not $isList) { $inner = $member.Value }
            if ($inner -is [string]) { if ($inner.StartsWith('~')) { $inner = $inner.Substring(1) } }
            elseif ($inner -is [array]) {
                $made = [object[]]::new($inner.Length)
                $stack.Push($made)
                $stack.Push($inner)
                $inner = $made
            }
            elseif ($inner -is [System.Collections.IDictionary] -or $inner -is [System.Management.Automation.PSCustomObject]) {
                $made = [System.Collections.Specialized.OrderedDictionary]::new($ignoreCase)
                $stack.Push($made)
                $stack.Push($inner)
                $inner = $made
            }
            if ($isList) { $target[$index++] = $inner; continue }
            if ($isTable) { $key = $member.Key } else { $key = $member.Name }
            if ($key.StartsWith('~')) { $key = $key.Substring(1) }
            $target.Add($key, $inner)
        }
    }
    , $top[0]
}
