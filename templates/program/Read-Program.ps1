# Reads whether a program's file is there.
function Read-Program([string] $Path, [string] $Property) {
    $null = $Property
    Test-FileEntry -Path $Path
}
