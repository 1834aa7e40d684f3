# The functions of the service control manager.
function Get-ServiceApi {
    #remedyc:every-host
    $handle = [IntPtr]
    $count = [int].MakeByRefType()
    Get-NativeType -Library 'advapi32.dll' -Name 'ServiceApi' -Signature @{
        OpenSCManagerW            = $handle, $handle, $handle, [int]
        OpenServiceW              = $handle, $handle, [string], [int]
        CloseServiceHandle        = [int], $handle
        QueryServiceStatusEx      = [int], $handle, [int], [byte[]], [int], $count
        QueryServiceConfigW       = [int], $handle, $handle, [int], $count
        QueryServiceConfig2W      = [int], $handle, [int], $handle, [int], $count
        EnumDependentServicesW    = [int], $handle, [int], $handle, [int], $count, $count
        #remedyc:only Process.Present Process.Absent
        EnumServicesStatusExW     = [int], $handle, [int], [int], [int], $handle, [int], $count, $count, $count, $handle
        #remedyc:end
        ChangeServiceConfigW      = [int], $handle, [int], [int], [int], $handle, $handle, $handle, $handle, $handle, $handle, $handle
        ChangeServiceConfig2W     = [int], $handle, [int], [byte[]]
        StartServiceW             = [int], $handle, [int], $handle
        ControlService            = [int], $handle, [int], [byte[]]
        DeleteService             = [int], $handle
    }
}
