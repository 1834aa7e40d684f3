# True when two registry data are the same in kind and value: whole numbers and booleans, texts, lists of texts, bytes.
## A text "1" is not the number 1; a DWORD that .NET gives as a negative number is the unsigned one with the same bits.
function Test-Data {
    param(
        [Parameter(Mandatory, Position = 0)] [AllowNull()] [AllowEmptyCollection()] [AllowEmptyString()] [object] $Left,
        [Parameter(Mandatory, Position = 1)] [AllowNull()] [AllowEmptyCollection()] [AllowEmptyString()] [object] $Right
    )
    if ($null -eq $Left -or $null -eq $Right) { return $null -eq $Left -and $null -eq $Right }
    if ($Left -is [array] -or $Right -is [array]) {
        if ($Left -isnot [array] -or $Right -isnot [array] -or $Left.Length -ne $Right.Length) { return $false }
        for ($index = 0; $index -lt $Left.Length; $index++) { if (-not (Test-Data $Left[$index] $Right[$index])) { return $false } }
        return $true
    }
    if ($Left -is [string] -or $Right -is [string]) { return $Left -is [string] -and $Right -is [string] -and (Test-Text $Left $Right) }
    (ConvertTo-DataNumber $Left) -eq (ConvertTo-DataNumber $Right)
}
