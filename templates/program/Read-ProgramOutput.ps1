# Runs a program and reads what it writes.
function Read-ProgramOutput([string] $Path, [string[]] $Arguments, [string] $SignedBy, [string] $Sha256, [int[]] $SuccessCodes, [timespan] $Timeout = '00:01:00') {
    $answer = Get-ProgramAnswer $Path $Arguments $SignedBy $Sha256 $Timeout
    if ($answer.ExitCode -ne 0 -and $answer.ExitCode -notin $SuccessCodes) { throw "$(ConvertTo-Line $Path) returned $($answer.ExitCode)" }
    if ($answer.Output.Length -gt 1MB) { throw "$(ConvertTo-Line $Path) writes more than 1 MB" }
    (ConvertFrom-ProgramByte $answer.Output).Trim()
}
