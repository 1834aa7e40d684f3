# Stops a service and those that depend on it, and remembers before which of them ran; throws when one does not stop. A missing one is passed over.
function Suspend-Work {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [hashtable] $Frame)
    $status = Get-ServiceStatus -Name $Name
    if ($null -eq $status -or $status.State -eq 'stopped') { return }
    foreach ($one in @(Find-ServiceDependent -Name $Name) + @($Name)) {
        # a run that is killed now leaves them stopped: the next one starts them
        Save-Mark -Name "Stopped $one" -Value $Name -Session
        if (-not $Frame.Ran.Contains($one)) { $Frame.Ran.Add($one) }
    }
    $null = Wait-ServiceStop -Name $Name
    Write-Note -Text "service $Name stopped"
}
