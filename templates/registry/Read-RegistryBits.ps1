# The bits of a registry value: Entry as it is, Number ($null: it holds none), and Wanted and Type as it should be.
## One that is missing is 0. A text of digits is a number as well: InitialKeyboardIndicators is one.
function Read-RegistryBits([string] $Key, [string] $Name, [int] $View = 64, [long] $HasBits, [long] $LacksBits, [string] $Type) {
    $entry = Read-RegistryEntry $Key $Name $View
    $is = if ($null -eq $entry) { 'dword' } else { $entry.Type }
    $number = if ($null -eq $entry) { 0 } elseif ($is -in 'dword', 'qword' -or ($is -eq 'string' -and $entry.Data -match '^[0-9]{1,18}\z')) { [long]$entry.Data }
    [pscustomobject]@{ Entry = $entry; Number = $number; Wanted = ($number -bor $HasBits) -band -bnot $LacksBits; Type = $(if ($Type) { $Type } else { $is }) }
}
