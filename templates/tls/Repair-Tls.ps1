# Writes those of Schannel's values that differ from the wish; they count after a restart of Windows.
function Repair-Tls([string] $Version, [string] $Client = '', [string] $Server = '') {
    $wrong = @(Find-TlsDeviation -Version $Version -Client $Client -Server $Server)
    if ($wrong.Count -eq 0) { return }
    # said before anything is written: a run that is killed after it owes the restart all the same
    NeedsRestart "Schannel reads the settings of TLS $Version when Windows starts"
    foreach ($value in $wrong) { Write-RegistryValue -Hive 'HKLM' -Path $value.Path -Name $value.Name -Type 'DWord' -Data $value.Data }
}
