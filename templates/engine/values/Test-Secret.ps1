# True when a secret is there; it is not read.
function Test-Secret([string] $Reference) {
    $store, $name = $Reference.Split([char[]]':', 2)
    if ($store -eq 'env') { -not [string]::IsNullOrEmpty((Get-ProcessVariable -Name $name)) } else { Test-FileEntry -Path (Expand-Path $name) }
}
