# Gives a registry value's data as .NET gives it.
function ConvertFrom-ValueRow([object] $Row) {
    switch ([string]$Row.type) {
        'DWord' {
            $number = [long]$Row.data -band 0xFFFFFFFFL
            if ($number -gt 0x7FFFFFFFL) { $number -= 0x100000000L }
            return [int]$number
        }
        'QWord' { return [long]$Row.data }
        'MultiString' { return , [string[]]@($Row.data) }
        { $_ -in 'Binary', 'None' } { return , [byte[]]@($Row.data) }
        'Unknown' { return $null }
        default { return [string]$Row.data }
    }
}
