# Asks the service control manager to start a service and does not wait; gives its error number: 0 accepted, 1056 runs already, 1060 no such service.
function Invoke-ServiceStart([string] $Name) {
    $code = Open-Service -Name $Name -Access 0x10 -Body {
        param($api, $handle)
        if ($api::StartServiceW($handle, 0, [IntPtr]::Zero) -ne 0) { 0 } else { [Runtime.InteropServices.Marshal]::GetLastWin32Error() }
    }
    if ($null -eq $code) { 1060 } else { $code }
}
