# The text of a secret by its reference. Only a repair calls it.
## The text goes to Windows and nowhere else.
## dpapi: the file holds hexadecimal digits as ConvertFrom-SecureString writes them: UTF-16 text under the Data Protection API.
## What goes wrong is told without a word of the file's content.
function Read-Secret([string] $Reference) {
    Add-SecretName -Reference $Reference
    $store, $name = $Reference.Split([char[]]':', 2)
    if ($store -eq 'env') {
        $text = Get-ProcessVariable -Name $name
        if ([string]::IsNullOrEmpty($text)) { throw "the secret '$Reference' is not there" }
        return $text
    }
    if ($store -ne 'dpapi') { throw "'$store' is no store of secrets" }
    $digits = Get-SecretText -Path (Expand-Path $name)
    if ($null -eq $digits) { throw "the secret '$Reference' is not there" }
    $bytes = ConvertFrom-Hexadecimal -Text $digits.Trim()
    if ($null -eq $bytes) { throw "the secret '$Reference' is no output of ConvertFrom-SecureString" }
    try { [Text.Encoding]::Unicode.GetString((Unprotect-Secret -Data $bytes)) }
    catch { throw "the secret '$Reference' was protected for another account or machine" }
}
