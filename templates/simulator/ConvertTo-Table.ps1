# Turns what ConvertFrom-Json gives into ordered tables that ignore case, and lists; names and texts lose the tilde that guards them (see prelude.ts).
function ConvertTo-Table {
    param([AllowNull()] [object] $Value)
    $top = [object[]]::new(1)
    # What is still to be turned, each below what it becomes: a function that called itself for every row would take several times as long.
    $stack = [System.Collections.Generic.Stack[object]]::new()
    $stack.Push($top)
    $stack.Push([object[]]@(, $Value))
    while ($stack.Count -gt 0) {
        $source = $stack.Pop()
        $target = $stack.Pop()
        $isList = $source -is [array]
        $members = $source
        if (-not $isList) { $members = @($source.PSObject.Properties) }
        for ($index = 0; $index -lt $members.Length; $index++) {
            $inner = $members[$index]
            $key = $index
            if (-not $isList) {
                $key = $inner.Name
                $inner = $inner.Value
                if ($key[0] -eq '~') { $key = $key.Substring(1) }
            }
            if ($inner -is [string]) { if ($inner.Length -gt 0 -and $inner[0] -eq '~') { $inner = $inner.Substring(1) } }
            elseif ($inner -is [array]) {
                $stack.Push([object[]]::new($inner.Length))
                $target[$key] = $stack.Peek()
                $stack.Push($inner)
                continue
            }
            elseif ($inner -is [System.Management.Automation.PSCustomObject]) {
                $stack.Push([System.Collections.Specialized.OrderedDictionary]::new([System.StringComparer]::OrdinalIgnoreCase))
                $target[$key] = $stack.Peek()
                $stack.Push($inner)
                continue
            }
            $target[$key] = $inner
        }
    }
    , $top[0]
}
