# Tests by the author's own PowerShell, which must give exactly one $true or $false.
## Tests by the author's own PowerShell, which must give exactly one $true or $false: gives nothing for $true, else the reason. It runs in a runspace of its own (Invoke-ScriptText).
function Test-Script([string] $Name, [scriptblock] $Test, [timespan] $Timeout = [timespan]'00:10:00') {
    $run = Invoke-ScriptText -Text $Test.ToString() -Timeout $Timeout
    $shown = "script '$(ConvertTo-Line $Name)'"
    if ($run.TimedOut) { throw "the test of $shown did not end within $(Format-Duration $Timeout)" }
    if ($run.Failure -ne '') { throw "the test of ${shown}: $($run.Failure)" }
    if ($run.Output.Count -ne 1 -or $run.Output[0] -isnot [bool]) {
        $types = @($run.Output | ForEach-Object { if ($null -eq $_) { 'none' } else { $_.GetType().Name } }) -join ', '
        throw "the test of $shown must give exactly one true or false, it gave $($run.Output.Count) values ($types)"
    }
    if (-not $run.Output[0]) { "$shown says that its state is not reached" }
}
