# Gives a registry value's data as .NET gives it.
function ConvertFrom-ValueRow {
    param([Parameter(Mandatory)] [object] $Row)
    switch ([string]$Row.type) {
        'DWord' { return [int]([long]$Row.data -band 0xFFFFFFFFL | ForEach-Object { if ($_ -gt 0x7FFFFFFFL) { $_ - 0x100000000L } else { $_ } }) }
        'QWord' { return [long]$Row.data }
        'MultiString' { return , [string[]]@($Row.data) }
        { $_ -in 'Binary', 'None' } { return , [byte[]]@($Row.data) }
        'Unknown' { return $null }
        default { return [string]$Row.data }
    }
}
