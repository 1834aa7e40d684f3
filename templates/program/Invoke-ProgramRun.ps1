# Runs a verified program by its full path and judges its exit code.
## Throws with the reason, or gives NeedsRestart for one of RestartCodes.
function Invoke-ProgramRun(
    [string] $Path, [string[]] $Arguments = @(), [string] $SignedBy = '', [string] $Sha256 = '', [int[]] $SuccessCodes = @(), [int[]] $RestartCodes = @(),
    [timespan] $Timeout = [timespan]'00:10:00'
) {
    Use-Program $Path $SignedBy $Sha256 {
        $shown = ConvertTo-Line $Path
        $temporary = Get-StateFolder 'temp'
        Add-Journal 'Lost' "program $Path was run"
        $run = Invoke-Program -Path $Path -Arguments (ConvertTo-Argument -Argument $Arguments) -Environment (Get-ChildEnvironment $temporary) -Timeout $Timeout
        if ($run.TimedOut) { throw "$shown did not end within $(Format-Duration $Timeout) and was ended" }
        if ($run.ExitCode -in $RestartCodes) { return NeedsRestart "$shown asks for it ($($run.ExitCode))" }
        if ($run.ExitCode -ne 0 -and $run.ExitCode -notin $SuccessCodes) { throw "$shown returned $($run.ExitCode)" }
    }
}
