# Gives the letters of the drives that BitLocker can encrypt.
function Select-BitlockerVolume {
    $volumes = @(Find-EncryptableVolume)
    if ($volumes.Count -eq 0) { throw 'this Windows has no BitLocker' }
    $volumes | ForEach-Object { $_.Drive }
}
