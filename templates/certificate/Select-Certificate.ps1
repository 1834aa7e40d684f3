# The thumbprints of the certificates in a store, each once. Store: a word of the remedy.
function Select-Certificate([string] $Store) {
    try { Find-StoreCertificate $Store.Replace('_', '') | Select-Object -Unique } catch { throw "the certificates in ${Store}: $(Get-FailureText $_)" }
}
