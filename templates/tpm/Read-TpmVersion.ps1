# The version of the TPM's specification; nothing where there is none, or it does not say.
## SpecVersion is "2.0, 0, 1.38", or "Not Supported".
function Read-TpmVersion {
    $tpm = Get-TpmState
    if ($null -ne $tpm -and $tpm.Version -match '^[0-9]{1,3}\.[0-9]{1,3}') { [version]"$($Matches[0]).0.0" }
}
