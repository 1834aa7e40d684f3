# Gives state, process and exit codes of a service, $null when it does not exist.
## Gives State, ProcessId, OwnProcess (its process is its alone), ExitCode and ServiceExitCode of a service, $null when it does not exist.
## Only for one that hangs or has failed: CIM is slow, and nothing else that needs no native call tells the process and the exit codes.
function Get-ServiceStatus([string] $Name) {
    #remedyc:every-host
    $words = @{ 'Start Pending' = 'starting'; 'Stop Pending' = 'stopping'; 'Continue Pending' = 'continuing'; 'Pause Pending' = 'pausing' }
    Get-CimInstance -ClassName Win32_Service -Filter "Name = '$($Name.Replace('\', '\\').Replace("'", "\'"))'" -OperationTimeoutSec 20 | ForEach-Object {
        [pscustomobject]@{
            State = $(if ($words.ContainsKey($_.State)) { $words[$_.State] } else { $_.State.ToLowerInvariant() }); ProcessId = [int]$_.ProcessId
            OwnProcess = $_.ServiceType -eq 'Own Process'; ExitCode = [int]$_.ExitCode; ServiceExitCode = [int]$_.ServiceSpecificExitCode
        }
    }
}
