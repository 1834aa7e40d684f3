# Type (a remedy's word), Kind (RegistryValueKind) and Data of the value that a remedy wants.
## Type (a remedy's word), Kind (a name of RegistryValueKind) and Data (as .NET takes it) of the value that a remedy wants.
## Without a type int and bool are dword, a string is string, a list is multi_string. A dword may be given signed or unsigned; .NET takes it signed.
## binary is given as hexadecimal text: '01 ff'.
function ConvertTo-RegistryData([object] $Data, [string] $Type = '') {
    if ($Type -eq '') {
        $Type = if ($Data -is [array]) { 'multi_string' } elseif ($Data -is [string]) { 'string' } else { 'dword' }
    }
    # REG_ numbers
    $kinds = @{ string = 1; expand_string = 2; binary = 3; dword = 4; multi_string = 7; qword = 11 }
    if (-not $kinds.ContainsKey($Type)) { throw "registry type $Type is unknown" }
    $typed = switch ($Type) {
        'dword' {
            $number = [long]$Data
            if ($number -lt -2147483648L -or $number -gt 4294967295L) { throw "$number does not fit into a dword" }
            if ($number -gt 2147483647L) { $number -= 4294967296L }
            [int]$number
        }
        'qword' { [long]$Data }
        'multi_string' { , [string[]]@($Data) }
        'binary' {
            $digits = ([string]$Data) -replace '\s', ''
            if ($digits -notmatch '^([0-9A-Fa-f]{2})*$') { throw 'binary registry data must be written as pairs of hexadecimal digits' }
            , [byte[]]@(for ($i = 0; $i -lt $digits.Length; $i += 2) { [Convert]::ToByte($digits.Substring($i, 2), 16) })
        }
        default { [string]$Data }
    }
    [pscustomobject]@{ Type = $Type; Kind = [string][Microsoft.Win32.RegistryValueKind]$kinds[$Type]; Data = $typed }
}
