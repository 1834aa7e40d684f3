# Changes one part of what Windows does when a service fails; Change makes it in Reset and Actions (pairs of type and delay).
function Write-ServiceRecoveryPart([string] $Name, [scriptblock] $Change) {
    $was = Get-ServiceRecoveryState $Name
    $now = Get-ServiceRecovery $Name
    if ($null -eq $now) { throw "service $Name is not installed" }
    $wanted = & $Change $now
    Add-Journal 'ServiceRecovery' $Name $was (@($wanted.Reset) + $wanted.Actions -join ' ')
    $code = Write-ServiceRecovery $Name $wanted.Reset $wanted.Actions
    if ($code -ne 0) { throw "what Windows does when service $Name fails could not be set: $(Get-ServiceErrorText $code)" }
}
