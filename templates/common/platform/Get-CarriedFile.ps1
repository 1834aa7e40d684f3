# A file that was deployed together with this script, beside which it lies.
function Get-CarriedFile([string] $Path) {
    if ([string]::IsNullOrEmpty($PSScriptRoot)) { throw "'$Path' lies beside this script, which must be run as a file (-File)" }
    "$PSScriptRoot\$Path"
}
