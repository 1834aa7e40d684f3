# Gives the names of the services that depend on a service and are not stopped, in the order in which they must be stopped.
# The order is that of EnumDependentServicesW (reverse start order); 64 KB hold every answer.
function Find-ServiceDependent([string] $Name) {
    #remedyc:every-host
    Open-Service -Name $Name -Access 0x8 -Body {
        param($api, $handle)
        $marshal = [Runtime.InteropServices.Marshal]
        $size = 65536
        $needed = 0
        $count = 0
        $buffer = $marshal::AllocHGlobal($size)
        try {
            if ($api::EnumDependentServicesW($handle, 1, $buffer, $size, [ref]$needed, [ref]$count) -eq 0) { throw [ComponentModel.Win32Exception]::new($marshal::GetLastWin32Error()) }
            # ENUM_SERVICE_STATUSW: two pointers and seven DWORDs, rounded up to the pointer's size
            $length = if ([IntPtr]::Size -eq 8) { 48 } else { 36 }
            for ($index = 0; $index -lt $count; $index++) { $marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, $index * $length)) }
        }
        finally { $marshal::FreeHGlobal($buffer) }
    }
}
