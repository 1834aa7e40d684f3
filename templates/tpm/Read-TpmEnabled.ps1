# Whether there is a TPM that is switched on.
function Read-TpmEnabled {
    $tpm = Get-TpmState
    $null -ne $tpm -and $tpm.Enabled
}
