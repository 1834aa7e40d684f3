# Gives the names under which events know a service: its own, and its display name while it is installed.
function Get-ServiceName {
    param([Parameter(Mandatory)] [string] $Name)
    $Name
    $configuration = Get-ServiceConfiguration -Name $Name
    if ($null -ne $configuration -and $configuration.DisplayName) { $configuration.DisplayName }
}
