# Reads whether a program's file is there.
function Read-Program {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [ValidateSet('exists')] [string] $Property)
    $null = $Property
    Test-FileEntry -Path $Path
}
