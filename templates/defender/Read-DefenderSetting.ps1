# A setting of Microsoft Defender Antivirus.
## Throws where it is missing or does not run.
function Read-DefenderSetting([string] $Name) {
    $now = Get-DefenderInstance 'MSFT_MpPreference'
    if ($null -eq $now -or $now.Count -eq 0) { throw 'Microsoft Defender Antivirus is missing or does not run' }
    foreach ($setting in Get-DefenderSetting) { if ($setting.Name -eq $Name) { return ConvertFrom-DefenderPreference $setting $now } }
}
