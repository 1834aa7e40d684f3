# Gives the text of a file that holds a protected secret, $null when it does not exist.
function Get-SecretText {
    param([Parameter(Mandatory)] [string] $Path)
    if ([System.IO.File]::Exists($Path)) { [System.IO.File]::ReadAllText($Path) }
}
