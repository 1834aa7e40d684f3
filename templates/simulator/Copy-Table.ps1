# Gives a deep copy of tables, lists and scalars.
function Copy-Table {
    [CmdletBinding()]
    param([AllowNull()] [object] $Value)
    if ($Value -is [System.Collections.IDictionary]) {
        $table = [System.Collections.Specialized.OrderedDictionary]::new([System.StringComparer]::OrdinalIgnoreCase)
        foreach ($name in $Value.PSBase.Keys) { $table[$name] = Copy-Table -Value $Value[$name] }
        return $table
    }
    if ($Value -is [array]) {
        $list = [object[]]::new($Value.Length)
        for ($index = 0; $index -lt $Value.Length; $index++) { $list[$index] = Copy-Table -Value $Value[$index] }
        return , $list
    }
    $Value
}
