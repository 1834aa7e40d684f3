# What a drive is for.
function Read-BitlockerVolumeType([string] $Drive) {
    $volume = @(Find-EncryptableVolume | Where-Object { $_.Drive -eq $Drive })
    if ($volume.Count -eq 0) { throw "$Drive is no drive that BitLocker can encrypt, or this Windows has no BitLocker" }
    @('operating_system', 'fixed', 'removable')[$volume[0].Type]
}
