# The size of a file, 0 where there is none.
function Get-LogLength([string] $Path) {
    #remedyc:every-host
    if ([IO.File]::Exists($Path)) { [IO.FileInfo]::new($Path).Length } else { [long]0 }
}
