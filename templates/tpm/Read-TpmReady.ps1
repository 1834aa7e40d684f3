# Whether there is a TPM that is ready for use.
function Read-TpmReady {
    $tpm = Get-TpmState
    $null -ne $tpm -and $tpm.Ready
}
