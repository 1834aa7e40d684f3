# Whether Windows sees a TPM.
function Read-TpmPresent { $null -ne (Get-TpmState) }
