# Gives State and DisplayName of a service, nothing when it does not exist; throws when it cannot be read. State: stopped, starting, stopping, running, continuing, pausing or paused.
function Get-ServiceState {
    #remedyc:every-host
    param([Parameter(Mandatory)] [string] $Name)
    # a command of Windows brings the type, which Windows PowerShell does not load by itself; the command itself does not know drivers
    $null = Get-Service -Name 'EventLog'
    $words = @{ StartPending = 'starting'; StopPending = 'stopping'; ContinuePending = 'continuing'; PausePending = 'pausing' }
    $service = [ServiceProcess.ServiceController]::new($Name)
    try {
        $state = [string]$service.Status
        [pscustomobject]@{ State = $(if ($words.ContainsKey($state)) { $words[$state] } else { $state.ToLowerInvariant() }); DisplayName = $service.DisplayName }
    }
    catch {
        # 1060: there is no such service; 123: there can be none of that name
        $cause = $_.Exception.GetBaseException()
        if ($cause -isnot [ComponentModel.Win32Exception] -or $cause.NativeErrorCode -notin 1060, 123) { throw }
    }
    finally { $service.Dispose() }
}
