# Whether a drive has a recovery password: present or missing.
function Read-BitlockerVolumeRecoveryPassword([string] $Drive) { if (@(Find-KeyProtector $Drive 3).Count -gt 0) { 'present' } else { 'missing' } }
