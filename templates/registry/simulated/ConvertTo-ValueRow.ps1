# Gives a registry value as a row of the machine.
function ConvertTo-ValueRow {
    param(
        [string] $Type,
        [object] $Data
    )
    $row = [System.Collections.Specialized.OrderedDictionary]::new([System.StringComparer]::OrdinalIgnoreCase)
    $row['type'] = [string][Microsoft.Win32.RegistryValueKind]$Type
    $row['data'] = switch ($row['type']) {
        'DWord' { [int]$Data }
        'QWord' { [long]$Data }
        'MultiString' { , [object[]]@($Data | ForEach-Object { [string]$_ }) }
        { $_ -in 'Binary', 'None' } { , [object[]]@($Data | ForEach-Object { [int]$_ }) }
        default { [string]$Data }
    }
    $row
}
