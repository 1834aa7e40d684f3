# Gives DisplayName, Type, StartType, Delayed, Account, Path and Dependencies of a service, $null when it does not exist; throws when it cannot be read.
# StartType: 2 automatic, 3 manual, 4 disabled (0 and 1 are drivers). Dependencies that begin with + are groups. 8 KB hold every answer (QueryServiceConfigW).
function Get-ServiceConfiguration {
    param([Parameter(Mandatory)] [string] $Name)
    Open-Service -Name $Name -Access 0x1 -Body {
        param($api, $handle)
        $marshal = [Runtime.InteropServices.Marshal]
        $size = 8192
        $needed = 0
        $buffer = $marshal::AllocHGlobal($size)
        try {
            if ($api::QueryServiceConfigW($handle, $buffer, $size, [ref]$needed) -eq 0) { throw [ComponentModel.Win32Exception]::new($marshal::GetLastWin32Error()) }
            # three DWORDs, then pointers on their natural boundary: path, load order group, tag, dependencies, account, display name
            $first = if ([IntPtr]::Size -eq 8) { 16 } else { 12 }
            $dependencies = @()
            $list = $marshal::ReadIntPtr($buffer, $first + 3 * [IntPtr]::Size)
            while ($list -ne [IntPtr]::Zero) {
                $entry = $marshal::PtrToStringUni($list)
                if ($entry.Length -eq 0) { break }
                $dependencies += $entry
                $list = [IntPtr]::Add($list, 2 * ($entry.Length + 1))
            }
            $configuration = [pscustomobject]@{
                DisplayName  = $marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, $first + 5 * [IntPtr]::Size))
                Type         = $marshal::ReadInt32($buffer, 0)
                StartType    = $marshal::ReadInt32($buffer, 4)
                Delayed      = $false
                Account      = $marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, $first + 4 * [IntPtr]::Size))
                Path         = $marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, $first))
                Dependencies = $dependencies
            }
            # SERVICE_CONFIG_DELAYED_AUTO_START_INFO: one BOOL; drivers have none
            if ($api::QueryServiceConfig2W($handle, 3, $buffer, $size, [ref]$needed) -ne 0) { $configuration.Delayed = $marshal::ReadInt32($buffer, 0) -ne 0 }
            elseif ($configuration.StartType -eq 2) { throw [ComponentModel.Win32Exception]::new($marshal::GetLastWin32Error()) }
            $configuration
        }
        finally { $marshal::FreeHGlobal($buffer) }
    }
}
