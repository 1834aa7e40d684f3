# Adds the services that a service should wait for; those that it waits for already stay.
function Repair-ServiceDependsOn([string] $Name, [string[]] $DependsOn) {
    if ($null -eq (Test-ServiceDependsOn $Name $DependsOn)) { return }
    $was = $now = @((Get-ServiceConfiguration $Name).Dependencies)
    foreach ($one in $DependsOn) { if ($now -notcontains $one) { $now += $one } }
    Add-Journal 'ServiceDependencies' $Name ($was -join '/') ($now -join '/')
    $code = Write-ServiceDependency $Name $now
    if ($code -ne 0) { throw "what service $Name depends on could not be set: $(Get-ServiceErrorText $code)" }
}
