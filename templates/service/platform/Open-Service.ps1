# Runs a block with the functions and a handle of a service and closes it; gives what the block gives, $null when there is no such service.
# Access: 0x1 query the configuration, 0x2 change it, 0x4 query the state, 0x8 enumerate dependents, 0x10 start, 0x20 stop, 0x10000 delete.
# Any other error than 1060 (no such service) is thrown as Win32Exception.
function Open-Service([string] $Name, [int] $Access, [scriptblock] $Body) {
    #remedyc:every-host
    $api = Get-ServiceApi
    $manager = $api::OpenSCManagerW([IntPtr]::Zero, [IntPtr]::Zero, 1)
    if ($manager -eq [IntPtr]::Zero) { throw [ComponentModel.Win32Exception]::new([Runtime.InteropServices.Marshal]::GetLastWin32Error()) }
    try {
        $handle = $api::OpenServiceW($manager, $Name, $Access)
        $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
        if ($handle -ne [IntPtr]::Zero) {
            try { & $Body $api $handle } finally { [void]$api::CloseServiceHandle($handle) }
        }
        elseif ($code -ne 1060) { throw [ComponentModel.Win32Exception]::new($code) }
    }
    finally { [void]$api::CloseServiceHandle($manager) }
}
