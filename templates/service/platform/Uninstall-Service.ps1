# Marks a service for deletion, which Windows does once it is stopped and nobody has it open; gives the error number: 0 accepted, 1072 marked already, 1060 no such service.
function Uninstall-Service {
    param([Parameter(Mandatory)] [string] $Name)
    $code = Open-Service -Name $Name -Access 0x10000 -Body {
        param($api, $handle)
        if ($api::DeleteService($handle) -ne 0) { 0 } else { [Runtime.InteropServices.Marshal]::GetLastWin32Error() }
    }
    if ($null -eq $code) { 1060 } else { $code }
}
