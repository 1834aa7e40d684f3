# Gives the size of a file in bytes, 0 when it does not exist.
function Get-LogLength {
    param([Parameter(Mandatory)] [string] $Path)
    $file = [IO.FileInfo]::new($Path)
    if ($file.Exists) { $file.Length } else { [long]0 }
}
