# Gives a deep copy of tables, lists and scalars.
function Copy-Table([object] $Value) {
    # What is neither a table nor a list is taken over here: most values are, and a call takes longer.
    if ($Value -is [System.Collections.IDictionary]) {
        $table = [System.Collections.Specialized.OrderedDictionary]::new([System.StringComparer]::OrdinalIgnoreCase)
        foreach ($name in $Value.PSBase.Keys) {
            $inner = $Value[$name]
            if ($inner -is [System.Collections.IDictionary] -or $inner -is [array]) { $inner = Copy-Table $inner }
            $table[$name] = $inner
        }
        return $table
    }
    if ($Value -is [array]) {
        $list = [object[]]::new($Value.Length)
        for ($index = 0; $index -lt $Value.Length; $index++) {
            $inner = $Value[$index]
            if ($inner -is [System.Collections.IDictionary] -or $inner -is [array]) { $inner = Copy-Table $inner }
            $list[$index] = $inner
        }
        return , $list
    }
    $Value
}
