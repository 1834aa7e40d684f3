# Sets what Windows does when a service fails; gives the error number (1060 none).
## ChangeServiceConfig2W with SERVICE_CONFIG_FAILURE_ACTIONS (2): Reset in seconds, Actions as pairs of type and delay in ms; message and command stay (null).
## To let it restart the service the handle needs SERVICE_START beside SERVICE_CHANGE_CONFIG. sc.exe has no word for 'no action'.
function Write-ServiceRecovery([string] $Name, [uint32] $Reset, [uint32[]] $Actions) {
    $handle = [IntPtr]
    $api = Get-NativeType 'advapi32' 'ServiceRecoveryApi' @{
        OpenSCManagerW        = $handle, $handle, $handle, [int]
        OpenServiceW          = $handle, $handle, [string], [int]
        CloseServiceHandle    = [int], $handle
        ChangeServiceConfig2W = [int], $handle, [int], $handle
    }
    $marshal = [Runtime.InteropServices.Marshal]
    $none = [IntPtr]::Zero
    $manager = $api::OpenSCManagerW($none, $none, 1)
    if ($manager -eq $none) { return $marshal::GetLastWin32Error() }
    $service = $api::OpenServiceW($manager, $Name, 0x12)
    $code = $marshal::GetLastWin32Error()
    # five fields, then the pairs; pointers, and what stands before one, have the size of a pointer
    $size = [IntPtr]::Size
    $bytes = [byte[]](@([byte[]]::new(5 * $size)) + @(foreach ($number in $Actions) { [BitConverter]::GetBytes($number) }))
    [BitConverter]::GetBytes($Reset).CopyTo($bytes, 0)
    [BitConverter]::GetBytes([int]($Actions.Length / 2)).CopyTo($bytes, 3 * $size)
    $data = $marshal::AllocHGlobal($bytes.Length)
    try {
        if ($service -eq $none) { return $code }
        $marshal::Copy($bytes, 0, $data, $bytes.Length)
        $marshal::WriteIntPtr($data, 4 * $size, [IntPtr]::Add($data, 5 * $size))
        if ($api::ChangeServiceConfig2W($service, 2, $data) -ne 0) { 0 } else { $marshal::GetLastWin32Error() }
    }
    finally {
        $marshal::FreeHGlobal($data)
        if ($service -ne $none) { [void]$api::CloseServiceHandle($service) }
        [void]$api::CloseServiceHandle($manager)
    }
}
