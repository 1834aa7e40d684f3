# The running processes of a program by its file name, with or without .exe.
function Find-NamedProcess([string] $Name) {
    Find-Process -Name ($Name -replace '\.exe$', '')
}
