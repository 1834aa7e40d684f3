# Runs a verified program by its full path and judges its exit code.
## Throws with the reason, or gives NeedsRestart for one of RestartCodes.
## Programs below the Windows folder need no signer: only TrustedInstaller writes there. Any other one needs SignedBy or Sha256.
function Invoke-ProgramRun {
    param(
        [string] $Path,
        [string[]] $Arguments = @(),
        [string] $SignedBy = '',
        [string] $Sha256 = '',
        [int[]] $SuccessCodes = @(),
        [int[]] $RestartCodes = @(),
        [timespan] $Timeout = [timespan]'00:10:00'
    )
    $shown = ConvertTo-Line $Path
    if ($Path -notmatch '\.(exe|com)$') { throw "$shown is no program; scripts and documents are not run" }
    if (-not (Test-FileEntry -Path $Path)) { throw "$shown does not exist" }
    Open-SourceFile -Path $Path -Body {
        $windows = (Get-SpecialFolder -Name 'Windows') + '\'
        # a .. in the path would lead out of the folder again
        $own = $Path.StartsWith($windows, [StringComparison]::OrdinalIgnoreCase) -and $Path -notmatch '\\\.\.?\\'
        $blocker = if ($own -and $SignedBy -eq '' -and $Sha256 -eq '') { Find-PathWriter -Path $Path } else { Find-SourceBlocker -Path $Path -SignedBy $SignedBy -Sha256 $Sha256 }
        if ($blocker) { throw $blocker }
        $temporary = Get-StateFolder -Name 'temp'
        Add-Journal 'Lost' "program $Path was run"
        $run = Invoke-Program -Path $Path -Arguments (ConvertTo-Argument -Argument $Arguments) -Environment (Get-ChildEnvironment -Temporary $temporary) -Timeout $Timeout
        if ($run.TimedOut) { throw "$shown did not end within $(ConvertTo-Text $Timeout) and was ended" }
        if ($run.ExitCode -in $RestartCodes) { return NeedsRestart "$shown asks for it ($($run.ExitCode))" }
        if ($run.ExitCode -ne 0 -and $run.ExitCode -notin $SuccessCodes) { throw "$shown returned $($run.ExitCode)" }
    }
}
