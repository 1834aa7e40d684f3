# Opens a file for this process alone and gives the stream, which is the lock; $null when another process has it (32, 33: sharing violations).
## A file, since anyone may create a named kernel object first.
function Open-LockFile {
    param([string] $Path)
    try { [IO.File]::Open($Path, 'OpenOrCreate', 'ReadWrite', 'None') }
    catch [IO.IOException] { if (($_.Exception.GetBaseException().HResult -band 0xFFFF) -notin 32, 33) { throw } }
}
