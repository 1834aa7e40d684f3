# Runs the author's own PowerShell that reaches the state of a script.
## What it outputs goes to the log only.
function Repair-Script([string] $Name, [scriptblock] $Fix, [timespan] $Timeout = [timespan]'00:10:00') {
    Add-Journal 'Lost' "script '$Name' was run"
    $run = Invoke-ScriptText $Fix.ToString() $Timeout
    $shown = "script '$(ConvertTo-Line $Name)'"
    foreach ($line in @($run.Output) + @($run.Notes)) { Write-Note "${shown}: $line" }
    if ($run.TimedOut) { throw "the fix of $shown did not end within $(Format-Duration $Timeout)" }
    if ($run.Failure -ne '') { throw "the fix of ${shown}: $($run.Failure)" }
}
