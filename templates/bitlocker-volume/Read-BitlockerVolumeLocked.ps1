# Whether a drive is locked.
function Read-BitlockerVolumeLocked([string] $Drive) { (Get-VolumeAnswer $Drive 'GetLockStatus').LockStatus -eq 1 }
