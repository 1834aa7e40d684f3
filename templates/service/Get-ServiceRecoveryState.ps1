# What Windows does when a service fails as numbers: the period, then type and delay of each action; '' where it is not installed. At: service.
function Get-ServiceRecoveryState([string[]] $At) {
    $recovery = Get-ServiceRecovery $At[0]
    if ($null -eq $recovery) { '' } else { @($recovery.Reset) + @(foreach ($action in $recovery.Actions) { $action.Type; $action.Delay }) -join ' ' }
}
