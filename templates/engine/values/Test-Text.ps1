# True when two texts are the same, character by character; $null is the same as $null only.
function Test-Text([object] $Left, [object] $Right, [switch] $IgnoreCase) {
    if ($null -eq $Left -or $null -eq $Right) { return $null -eq $Left -and $null -eq $Right }
    [string]::Equals([string]$Left, [string]$Right, $(if ($IgnoreCase) { 'OrdinalIgnoreCase' } else { 'Ordinal' }))
}
