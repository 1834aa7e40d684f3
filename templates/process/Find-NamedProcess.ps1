# Gives the running processes of a program by its file name, with or without .exe.
function Find-NamedProcess {
    param([Parameter(Mandatory)] [string] $Name)
    Find-Process -Name ($Name -replace '\.exe$', '')
}
