# The processes of a name or of one id; Path and StartTime are $null where Windows does not tell.
## Path and StartTime are $null where Windows does not tell.
function Find-Process {
    param([Parameter(Mandatory, ParameterSetName = 'Name')] [string] $Name, [Parameter(Mandatory, ParameterSetName = 'Id')] [int] $Id)
    $processes = if ($PSCmdlet.ParameterSetName -eq 'Name') { [Diagnostics.Process]::GetProcessesByName($Name) }
    else {
        # an id without a process is the one reason for an ArgumentException
        try { [Diagnostics.Process]::GetProcessById($Id) } catch [ArgumentException] { $null = $_ }
    }
    foreach ($process in @($processes)) {
        $path = $null
        $start = $null
        try { $path = $process.MainModule.FileName } catch { $null = $_ }
        try { $start = $process.StartTime.ToUniversalTime() } catch { $null = $_ }
        [pscustomobject]@{ Id = $process.Id; Name = $process.ProcessName; Path = $path; Session = $process.SessionId; StartTime = $start }
        $process.Dispose()
    }
}
