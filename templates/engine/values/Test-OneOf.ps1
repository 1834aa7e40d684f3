# True when a text is one of several, ignoring case; $null is none of them.
function Test-OneOf {
    param(
        [Parameter(Mandatory, Position = 0)] [AllowNull()] [object] $Text,
        [Parameter(Mandatory, Position = 1)] [AllowNull()] [AllowEmptyCollection()] [object[]] $Known
    )
    foreach ($one in $Known) {
        if ($null -ne $Text -and (Test-Text $Text $one -IgnoreCase)) { return $true }
    }
    $false
}
