# The text of a file that holds a protected secret, $null when it does not exist.
function Get-SecretText([string] $Path) {
    if ([IO.File]::Exists($Path)) { [IO.File]::ReadAllText($Path) }
}
