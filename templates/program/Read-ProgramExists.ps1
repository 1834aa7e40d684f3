# Reads whether a program's file is there; with what it would be run does not matter.
function Read-ProgramExists([string] $Path, [string[]] $Arguments, [string] $SignedBy, [string] $Sha256, [int[]] $SuccessCodes, [timespan] $Timeout) {
    $null = $Arguments, $SignedBy, $Sha256, $SuccessCodes, $Timeout
    Test-FileEntry -Path $Path
}
