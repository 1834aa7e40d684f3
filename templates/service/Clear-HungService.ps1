# Ends the process of a service that hangs, where it is its own.
## Ends the process of a service that hangs, and waits until the service is stopped. Throws where the process is not the service's own.
## Never a process that hosts other services, nor svchost, Windows Installer or a part of Windows itself. State and process id are read again just before.
function Clear-HungService {
    param([Parameter(Mandatory)] [string] $Name)
    $hung = Get-ServiceStatus $Name
    if ($null -eq $hung -or $hung.State -eq 'stopped') { return }
    $what = "service $Name hangs while it is $($hung.State)"
    if ($Name -eq 'msiserver' -or -not $hung.OwnProcess) { throw "$what, and its process is not ended, since it belongs to others too" }
    if ($hung.ProcessId -eq 0) { throw "$what, and it has no process that could be ended" }
    $process = @(Find-Process -Id $hung.ProcessId)
    if ($process.Count -eq 1) {
        if ($process[0].Name -in 'svchost', 'msiexec', 'services', 'lsass', 'wininit', 'winlogon', 'csrss', 'smss', 'System') { throw "$what, and its process $($process[0].Name) is a part of Windows, which is not ended" }
        if ($null -eq $process[0].StartTime) { throw "$what, and its process cannot be read" }
        $again = Get-ServiceStatus $Name
        if ($null -ne $again -and $again.ProcessId -eq $hung.ProcessId -and $again.State -eq $hung.State) {
            $null = Invoke-ProcessEnd $hung.ProcessId $process[0].StartTime
        }
    }
    if (-not (Wait-Condition ([timespan]'00:00:30') { $now = Get-ServiceState $Name; $null -eq $now -or $now.State -eq 'stopped' })) { throw "$what, also after its process was ended" }
}
