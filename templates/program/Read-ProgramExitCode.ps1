# Runs a program and reads how it ends.
function Read-ProgramExitCode([string] $Path, [string[]] $Arguments, [string] $SignedBy, [string] $Sha256, [int[]] $SuccessCodes, [timespan] $Timeout = '00:01:00') {
    $null = $SuccessCodes
    (Get-ProgramAnswer $Path $Arguments $SignedBy $Sha256 $Timeout).ExitCode
}
