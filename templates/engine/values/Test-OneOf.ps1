# True when a text is one of several, ignoring case; $null is none of them.
function Test-OneOf([object] $Text, [object[]] $Known) {
    foreach ($one in $Known) {
        if ($null -ne $Text -and (Test-Text $Text $one -IgnoreCase)) { return $true }
    }
    $false
}
