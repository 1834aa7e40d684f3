# Gives State, ProcessId, OwnProcess, ExitCode (Win32) and ServiceExitCode of a service, $null when it does not exist; throws when it cannot be read.
# State is stopped, starting, stopping, running, continuing, pausing or paused: SERVICE_STATUS_PROCESS in this order of numbers from 1.
function Get-ServiceStatus([string] $Name) {
    #remedyc:every-host
    Open-Service -Name $Name -Access 0x4 -Body {
        param($api, $handle)
        $buffer = [byte[]]::new(36)
        $needed = 0
        if ($api::QueryServiceStatusEx($handle, 0, $buffer, 36, [ref]$needed) -eq 0) {
            throw [ComponentModel.Win32Exception]::new([Runtime.InteropServices.Marshal]::GetLastWin32Error())
        }
        [pscustomobject]@{
            State           = @('unknown', 'stopped', 'starting', 'stopping', 'running', 'continuing', 'pausing', 'paused')[[BitConverter]::ToInt32($buffer, 4)]
            # SERVICE_WIN32_OWN_PROCESS; 0x100 (interactive) and the user-service bits may stand beside it
            OwnProcess      = ([BitConverter]::ToInt32($buffer, 0) -band 0x30) -eq 0x10
            ExitCode        = [BitConverter]::ToInt32($buffer, 12)
            ServiceExitCode = [BitConverter]::ToInt32($buffer, 16)
            ProcessId       = [BitConverter]::ToInt32($buffer, 28)
        }
    }
}
