# Gives Name and ProcessId of the services that run in processes.
# EnumServicesStatusExW fills at most 256 KB a call and goes on where it stopped.
function Find-ServiceProcess {
    $api = Get-ServiceApi
    $marshal = [Runtime.InteropServices.Marshal]
    $size = 262144
    # ENUM_SERVICE_STATUS_PROCESSW: two pointers and nine DWORDs, rounded up to the pointer's size; dwProcessId is the eighth
    $length = if ([IntPtr]::Size -eq 8) { 56 } else { 44 }
    $needed = 0
    $count = 0
    $next = 0
    # SC_MANAGER_CONNECT, SC_MANAGER_ENUMERATE_SERVICE
    $manager = $api::OpenSCManagerW([IntPtr]::Zero, [IntPtr]::Zero, 5)
    if ($manager -eq [IntPtr]::Zero) { throw [ComponentModel.Win32Exception]::new($marshal::GetLastWin32Error()) }
    $buffer = $marshal::AllocHGlobal($size)
    try {
        do {
            # SERVICE_WIN32, SERVICE_ACTIVE; 234: there is more
            $done = $api::EnumServicesStatusExW($manager, 0, 0x30, 1, $buffer, $size, [ref]$needed, [ref]$count, [ref]$next, [IntPtr]::Zero)
            $code = $marshal::GetLastWin32Error()
            if ($done -eq 0 -and $code -ne 234) { throw [ComponentModel.Win32Exception]::new($code) }
            for ($index = 0; $index -lt $count; $index++) {
                $at = $index * $length
                [pscustomobject]@{ Name = $marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, $at)); ProcessId = $marshal::ReadInt32($buffer, $at + 2 * [IntPtr]::Size + 28) }
            }
        } while ($done -eq 0)
    }
    finally {
        $marshal::FreeHGlobal($buffer)
        [void]$api::CloseServiceHandle($manager)
    }
}
