# The engine side of `remedyc test`: runs scripts, one after the other, on a simulated Windows; requests and answers are lines of JSON.
# Runs on Windows PowerShell 5.1, PowerShell 7 and whatever else hosts the engine. The first request names the prelude (functions, aliases).
param([Parameter(Mandatory)] [string] $Prelude)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$utf8 = New-Object System.Text.UTF8Encoding $false
$in = New-Object System.IO.StreamReader ([Console]::OpenStandardInput()), $utf8
$out = New-Object System.IO.StreamWriter ([Console]::OpenStandardOutput()), $utf8
$out.AutoFlush = $true
# The same commands as this PowerShell has itself, whatever hosts it.
$state = [System.Management.Automation.Runspaces.Runspace]::DefaultRunspace.InitialSessionState
$state = if ($null -ne $state) { $state.Clone() } else { [System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault2() }
$runspace = $null

function Invoke-Bounded([string] $Text, [object[]] $Arguments, [int] $Limit) {
    $shell = [System.Management.Automation.PowerShell]::Create()
    try {
        $shell.Runspace = $runspace
        [void]$shell.AddScript($Text)
        foreach ($argument in $Arguments) { [void]$shell.AddArgument($argument) }
        $running = $shell.BeginInvoke()
        if (-not $running.AsyncWaitHandle.WaitOne($Limit)) {
            $frames = @($runspace.Debugger.GetCallStack() | ForEach-Object { '{0} {1}' -f $_.FunctionName, $_.GetScriptLocation() })
            # A script that waits inside .NET does not stop; whoever asked then ends this process.
            $stuck = -not $shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne(3000)
            return @{ TimedOut = $true; Stuck = $stuck; Position = $frames; Output = @(); Failure = '' }
        }
        try { $output = @($shell.EndInvoke($running)); $failure = '' }
        catch {
            $output = @()
            $cause = $_.Exception
            while ($null -ne $cause.InnerException) { $cause = $cause.InnerException }
            $failure = $cause.Message
            if ($cause -is [System.Management.Automation.RuntimeException] -and $null -ne $cause.ErrorRecord) { $failure += ' ' + $cause.ErrorRecord.ScriptStackTrace }
        }
        @{ TimedOut = $false; Stuck = $false; Position = @(); Output = $output; Failure = $failure }
    }
    finally { if ($shell.InvocationStateInfo.State -ne 'Stopping') { $shell.Dispose() } }
}

while ($null -ne ($line = $in.ReadLine())) {
    $request = ConvertFrom-Json $line
    if ($null -eq $runspace) {
        $runspace = [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($state)
        $runspace.Open()
        $loaded = Invoke-Bounded ([System.IO.File]::ReadAllText($Prelude)) @() 60000
        if ($loaded.Failure -ne '') { throw "the simulator cannot be loaded: $($loaded.Failure)" }
    }
    $result = Invoke-Bounded ([string]$request.text) @([string]$request.argument) ([int]$request.limit)
    $answer = [ordered]@{
        timedOut = $result.TimedOut; stuck = $result.Stuck; position = @($result.Position); failure = [string]$result.Failure
        output = @($result.Output | ForEach-Object { [string]$_ })
    }
    if ($result.TimedOut) { if (-not $result.Stuck) { $runspace.Dispose() }; $runspace = $null }
    $out.WriteLine((ConvertTo-Json $answer -Compress -Depth 4))
}
