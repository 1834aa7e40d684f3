# Opens a file for us alone; nothing while another has it (32, 33).
## The lock: a file open for this process alone; nothing while another has it (32, 33: sharing).
## A file, since anyone may create a named kernel object first.
function Open-LockFile([string] $Path) {
    #remedyc:every-host
    try { [IO.File]::Open($Path, 'OpenOrCreate', 'ReadWrite', 'None') }
    catch [IO.IOException] { if (($_.Exception.GetBaseException().HResult -band 0xFFFF) -notin 32, 33) { throw } }
}
