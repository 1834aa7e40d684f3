# Runs PowerShell source of a remedy's author in a runspace of its own.
## Gives Output (objects), Notes (texts of the other streams), Failure (text, '' when it ended well), TimedOut.
## Variables and functions of this script are out of its reach. What it writes to the host goes nowhere, so it cannot become the last line of our output, and
## 'exit' ends nothing but itself. StrictMode Latest and ErrorActionPreference Stop hold in it as here. After the time it is told to stop and left alone.
## The runspace takes over this one's initial session state where it tells it (Windows PowerShell may not), and always the language mode of the system.
function Invoke-ScriptText {
    param([Parameter(Mandatory)] [string] $Text, [Parameter(Mandatory)] [timespan] $Timeout)
    $state = [Management.Automation.Runspaces.Runspace]::DefaultRunspace.InitialSessionState
    if ($null -eq $state) { $state = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2() }
    $own = $state.Clone()
    # A host may run scripts on the thread that asks; then nobody would be left to watch the time
    $own.ThreadOptions = [Management.Automation.Runspaces.PSThreadOptions]::UseNewThread
    $runspace = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($own)
    $shell = [Management.Automation.PowerShell]::Create()
    $ended = $true
    try {
        $runspace.Open()
        $shell.Runspace = $runspace
        $null = $shell.AddScript("Set-StrictMode -Version Latest; `$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'", $false)
        $null = $shell.AddStatement().AddScript($Text, $true)
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $call = $shell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
        $ended = $call.AsyncWaitHandle.WaitOne($Timeout)
        $failure = ''
        if ($ended) {
            try { $null = $shell.EndInvoke($call) }
            catch {
                $failure = $_.Exception.GetBaseException()
                # Its own message speaks of ErrorActionPreference before it comes to the point
                if ($failure -is [Management.Automation.ActionPreferenceStopException]) { $failure = $failure.ErrorRecord.Exception }
                $failure = [string]$failure.Message
            }
        }
        else { $null = $shell.BeginStop($null, $null) }
        # ReadAll, since an enumerator of these collections waits for more as long as the script runs
        $notes = foreach ($stream in $shell.Streams.Error, $shell.Streams.Warning, $shell.Streams.Verbose, $shell.Streams.Information) { foreach ($record in $stream.ReadAll()) { [string]$record } }
        [pscustomobject]@{ Output = @($output.ReadAll()); Notes = [string[]]@($notes); Failure = $failure; TimedOut = -not $ended }
    }
    finally {
        if ($ended) { $shell.Dispose(); $runspace.Dispose() }
    }
}
