# Opens a file for this process alone and gives the stream, which is the lock; $null when another process has it.
# A file, since anyone may create a named kernel object first. ERROR_SHARING_VIOLATION is 32, ERROR_LOCK_VIOLATION 33; other errors are thrown.
function Open-LockFile {
    param([string] $Path)
    try { [IO.File]::Open($Path, 'OpenOrCreate', 'ReadWrite', 'None') }
    catch [IO.IOException] { if (($_.Exception.GetBaseException().HResult -band 0xFFFF) -notin 32, 33) { throw } }
}
