# Opens a file for this process alone and gives the stream, which is the lock; $null when another process has it.
# A file, since anyone may create a named kernel object first. ERROR_SHARING_VIOLATION is 32, ERROR_LOCK_VIOLATION 33; other errors are thrown.
function Open-LockFile {
    param([Parameter(Mandatory)] [string] $Path)
    try { [IO.File]::Open($Path, [IO.FileMode]::OpenOrCreate, [IO.FileAccess]::ReadWrite, [IO.FileShare]::None) }
    catch [IO.IOException] {
        if (@(32, 33) -notcontains ($_.Exception.GetBaseException().HResult -band 0xFFFF)) { throw }
    }
}
