# Creates a file that must not exist yet and gives its stream.
## Until that is closed others can only read it, and the folders above stay what they are.
## GENERIC_WRITE | DELETE | READ_CONTROL | WRITE_DAC, FILE_SHARE_READ, CREATE_NEW
function Open-NewFile([string] $Path) {
    [IO.FileStream]::new((Open-Entry $Path 0x40010000 1 1), [IO.FileAccess]::Write)
}
