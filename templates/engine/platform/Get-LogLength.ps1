# Gives the size of a file in bytes, 0 when it does not exist.
function Get-LogLength {
    param([string] $Path)
    if ([IO.File]::Exists($Path)) { [IO.FileInfo]::new($Path).Length } else { [long]0 }
}
