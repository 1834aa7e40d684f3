# Sets a preference of Microsoft Defender Antivirus back, or takes an entry out of its list again.
function Undo-DefenderSetting([string[]] $At, [string] $Was) {
    if ($At[0] -notlike 'Exclusion*') { Write-DefenderPreference $At[0] $Was }
    else { Invoke-DefenderMethod 'MSFT_MpPreference' 'Remove' @{ $At[0] = [string[]]@($At[1]); Force = $true } ([timespan]'00:01:00') }
}
