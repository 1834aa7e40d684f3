# Ensure for a DWORD below HKLM.
## Ensure for a DWORD below HKLM: what tests it, writes it, and stands in the way.
function Confirm-MachineDword([string] $Id, [string] $Label, [string] $Path, [string] $Name, [int] $Data, [int] $View = 64) {
    Ensure $Id $Label {
        Test-RegistryDword 'HKLM' $Path $Name $Data $View
    } {
        Write-RegistryData 'HKLM' $Path $Name 'DWord' $Data $View
    } -Blocker {
        Find-RegistryBlocker 'HKLM' $Path $Name "DWord $Data" $View
    }
}
