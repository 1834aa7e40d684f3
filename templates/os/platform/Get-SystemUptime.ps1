# The time since Windows was started, sleep included; changes of the clock have no influence.
function Get-SystemUptime {
    #remedyc:every-host
    $api = Get-NativeType -Library 'kernel32' -Name 'ClockApi' -Signature @{ GetTickCount64 = , [long] }
    [timespan]::FromMilliseconds($api::GetTickCount64())
}
