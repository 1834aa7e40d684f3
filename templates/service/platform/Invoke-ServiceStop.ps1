# Asks a service to stop and does not wait; gives the error number: 0 accepted, 1051 others depend on it, 1061 not now, 1062 not started, 1060 no such service.
function Invoke-ServiceStop([string] $Name) {
    $code = Open-Service -Name $Name -Access 0x20 -Body {
        param($api, $handle)
        $status = [byte[]]::new(28)
        if ($api::ControlService($handle, 1, $status) -ne 0) { 0 } else { [Runtime.InteropServices.Marshal]::GetLastWin32Error() }
    }
    if ($null -eq $code) { 1060 } else { $code }
}
