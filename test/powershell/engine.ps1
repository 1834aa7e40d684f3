# The engine side of engine-pool.ts: runs one script after the other, each in a runspace that nobody has used before; requests and answers are lines of JSON.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$utf8 = [System.Text.UTF8Encoding]::new($false)
$in = [System.IO.StreamReader]::new([Console]::OpenStandardInput(), $utf8)
$out = [System.IO.StreamWriter]::new([Console]::OpenStandardOutput(), $utf8)
$out.AutoFlush = $true

# Every runspace starts from this state. Commands of Utility and Management are in it, so that no runspace loads these modules anew (84 of 117 ms).
$state = [initialsessionstate]::CreateDefault2()
foreach ($name in 'Microsoft.PowerShell.Commands.Utility', 'Microsoft.PowerShell.Commands.Management') {
    foreach ($type in [System.Reflection.Assembly]::Load($name).GetExportedTypes()) {
        $cmdlet = [System.Attribute]::GetCustomAttribute($type, [System.Management.Automation.CmdletAttribute], $false)
        if ($null -eq $cmdlet) { continue }
        $state.Commands.Add([System.Management.Automation.Runspaces.SessionStateCmdletEntry]::new("$($cmdlet.VerbName)-$($cmdlet.NounName)", $type, $null))
    }
}

# What reaches the console past the streams (the text of -WhatIf, [Console]::WriteLine) takes its place among what was written.
[NoRunspaceAffinity()]
class Recorder : System.IO.TextWriter {
    [System.Management.Automation.PSDataCollection[psobject]] $Written
    [System.Text.StringBuilder] $Line = [System.Text.StringBuilder]::new()
    [System.Text.Encoding] get_Encoding() { return [System.Text.Encoding]::UTF8 }
    [void] Write([char] $value) {
        if ($value -ne [char]10) { [void]$this.Line.Append($value); return }
        $this.Written.Add($this.Line.ToString())
        [void]$this.Line.Clear()
    }
}

# Once for all scripts, since the console keeps the first one that it meets.
$recorder = [Recorder]::new()
[Console]::SetOut($recorder)

# A script's shell with all that it writes in one list, in the order in which it was written.
function Start-Script([powershell] $Shell, $Written) {
    $Shell.Commands.Commands[0].MergeMyResults('All', 'Output')
    $none = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $none.Complete()
    $Shell.BeginInvoke($none, $Written)
}

function Complete-Script([powershell] $Shell, $Running) {
    try { [void]$Shell.EndInvoke($Running); '' }
    catch {
        $cause = $_.Exception
        while ($null -ne $cause.InnerException -and $cause -isnot [System.Management.Automation.RuntimeException]) { $cause = $cause.InnerException }
        if ($cause -is [System.Management.Automation.MethodInvocationException] -and $null -ne $cause.InnerException) { $cause = $cause.InnerException }
        $cause.Message
    }
}

function Invoke-Request($Request) {
    $written = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $recorder.Written = $written
    $runspace = [runspacefactory]::CreateRunspace($Host, $state)
    $runspace.ThreadOptions = 'ReuseThread'
    $runspace.Open()
    $shell = [powershell]::Create()
    $shell.Runspace = $runspace
    try {
        foreach ($prelude in $Request.prelude) {
            [void]$shell.AddScript(". '$prelude'").Invoke()
            $shell.Commands.Clear()
        }
        if ($null -ne $Request.file) { [void]$shell.AddCommand([string]$Request.file) } else { [void]$shell.AddScript([string]$Request.text) }
        foreach ($parameter in $Request.parameters.PSObject.Properties) { [void]$shell.AddParameter($parameter.Name, $parameter.Value) }
        $running = Start-Script $shell $written
        $timedOut = -not $running.AsyncWaitHandle.WaitOne([int]$Request.timeLimitMs)
        $stuck = $false
        $position = @()
        if ($timedOut) {
            $position = @($runspace.Debugger.GetCallStack() | ForEach-Object { "$($_.ScriptName):$($_.ScriptLineNumber) $($_.FunctionName)" })
            # `finally` blocks run. A script that waits inside .NET does not stop; whoever asked then ends this process.
            $stuck = -not $shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne(3000)
        }
        $failure = if ($stuck) { 'The script could not be stopped.' } else { Complete-Script $shell $running }
        $exitCode = if ($failure -eq '') { $runspace.SessionStateProxy.GetVariable('LASTEXITCODE') } else { 1 }
        $answer = [ordered]@{
            exitCode = if ($null -eq $exitCode) { 0 } else { $exitCode }
            stdout   = [System.Collections.Generic.List[string]]::new()
            stderr   = [System.Collections.Generic.List[string]]::new()
            warnings = [System.Collections.Generic.List[string]]::new()
            verbose  = [System.Collections.Generic.List[string]]::new()
            timedOut = $timedOut; stuck = $stuck; position = $position; failure = $failure
        }
        foreach ($one in $written.ReadAll()) {
            $base = if ($null -eq $one) { '' } else { $one.PSObject.BaseObject }
            if ($base -is [System.Management.Automation.ErrorRecord]) { $answer.stderr.Add($base.ToString()) }
            elseif ($base -is [System.Management.Automation.WarningRecord]) { $answer.warnings.Add($base.Message) }
            elseif ($base -is [System.Management.Automation.VerboseRecord]) { $answer.verbose.Add($base.Message) }
            elseif ($base -is [System.Management.Automation.DebugRecord]) { continue }
            elseif ($base -is [System.Management.Automation.InformationRecord]) { $answer.stdout.AddRange([string[]]($base.ToString() -split '\r?\n')) }
            elseif ($base -is [string] -or $base -is [ValueType]) { $answer.stdout.AddRange([string[]]("$base" -split '\r?\n')) }
            else { $answer.stdout.AddRange([string[]](($one | Out-String -Width 120).TrimEnd() -split '\r?\n')) }
        }
        if ($failure -ne '') { $answer.stderr.Add($failure) }
        $answer
    }
    finally {
        if (-not $timedOut) { $shell.Dispose(); $runspace.Dispose() }
    }
}

$environment = [Environment]::GetEnvironmentVariables()
$folder = [Environment]::CurrentDirectory
while ($null -ne ($line = $in.ReadLine())) {
    $answer = try { Invoke-Request (ConvertFrom-Json $line -DateKind String) } catch { @{ problem = "$_ $($_.ScriptStackTrace)" } }
    foreach ($name in @([Environment]::GetEnvironmentVariables().Keys)) { if (-not $environment.Contains($name)) { [Environment]::SetEnvironmentVariable($name, [NullString]::Value) } }
    foreach ($pair in $environment.GetEnumerator()) { [Environment]::SetEnvironmentVariable($pair.Key, $pair.Value) }
    [Environment]::CurrentDirectory = $folder
    $out.WriteLine((ConvertTo-Json $answer -Compress -Depth 3))
}
