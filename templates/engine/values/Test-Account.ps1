# True when two accounts, by SID or name, are the same; $null is the same as $null only.
function Test-Account([object] $Left, [object] $Right) {
    if ($null -eq $Left -or $null -eq $Right) { return $null -eq $Left -and $null -eq $Right }
    if (Test-Text ([string]$Left) ([string]$Right) -IgnoreCase) { return $true }
    Test-Text (Resolve-Account ([string]$Left)) (Resolve-Account ([string]$Right)) -IgnoreCase
}
