# Turns what ConvertFrom-Json gives into ordered tables that ignore case, and lists; names and texts lose the tilde that guards them (see prelude.ts).
function ConvertTo-Table {
    [CmdletBinding()]
    param([AllowNull()] [object] $Value)
    if ($Value -is [System.Management.Automation.PSCustomObject]) {
        $table = [System.Collections.Specialized.OrderedDictionary]::new([System.StringComparer]::OrdinalIgnoreCase)
        foreach ($property in $Value.PSObject.Properties) {
            $name = $property.Name
            if ($name[0] -eq '~') { $name = $name.Substring(1) }
            $inner = $property.Value
            if ($inner -is [string]) { if ($inner.Length -gt 0 -and $inner[0] -eq '~') { $inner = $inner.Substring(1) } }
            elseif ($inner -is [array] -or $inner -is [System.Management.Automation.PSCustomObject]) { $inner = ConvertTo-Table -Value $inner }
            $table[$name] = $inner
        }
        return $table
    }
    if ($Value -is [array]) {
        $list = [object[]]::new($Value.Length)
        for ($index = 0; $index -lt $Value.Length; $index++) { $list[$index] = ConvertTo-Table -Value $Value[$index] }
        return , $list
    }
    if ($Value -is [string] -and $Value.Length -gt 0 -and $Value[0] -eq '~') { return $Value.Substring(1) }
    $Value
}
