# Binds a component of the network to an interface, or takes it off.
## Its methods Enable and Disable have no parameters to give ("MSFT_NetAdapterBindingSettingData class").
function Switch-AdapterBinding([string] $Name, [string] $Component, [bool] $Enabled) {
    #remedyc:every-host
    $binding = Get-CimInstance -Namespace 'root\StandardCimv2' -ClassName MSFT_NetAdapterBindingSettingData -OperationTimeoutSec 60 | Where-Object { $_.Name -eq $Name -and $_.ComponentID -eq $Component }
    if ($null -eq $binding) { throw 'it is not there any more' }
    $answer = Invoke-CimMethod -InputObject $binding -MethodName $(if ($Enabled) { 'Enable' } else { 'Disable' }) -OperationTimeoutSec 120 -WhatIf:$false -Confirm:$false
    if ($answer.ReturnValue) { throw "Windows returned $($answer.ReturnValue)" }
}
