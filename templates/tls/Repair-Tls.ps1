# Writes Schannel's values that differ; they count after a restart.
## Writes those of Schannel's values that differ from the wish; they count after a restart of Windows.
## Said before anything is written: a run that is killed after it owes the restart all the same.
function Repair-Tls([string] $Version, [string] $Client, [string] $Server) {
    $wrong = @(Find-TlsDeviation $Version $Client $Server)
    if ($wrong) { NeedsRestart "Schannel reads the settings of TLS $Version when Windows starts" }
    foreach ($value in $wrong) { Write-RegistryData 'HKLM' $value.Path $value.Name 'DWord' $value.Data }
}
