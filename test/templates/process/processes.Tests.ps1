Set-StrictMode -Version Latest

BeforeAll { . "$PSScriptRoot/../../powershell/pester/templates.ps1" 'Find-Process', 'Invoke-ProcessEnd', 'Invoke-ProcessClose', 'Test-InstallerBusy' }

Describe 'processes' {
    It 'by id and by name; none is nothing' {
        $own = Find-Process -Id $PID
        $own.Id | Should-Be $PID
        [string]$own.StartTime.Kind | Should-BeString 'Utc'
        @(Find-Process -Name $own.Name | Where-Object { $_.Id -eq $PID }).Count | Should-Be 1
        @(Find-Process -Id 2147483000).Count | Should-Be 0
        @(Find-Process -Name 'no such program').Count | Should-Be 0
    }
    It 'one that began at another time is left alone, one that is not there is nothing' {
        $other = [datetime]'2001-01-01'
        Invoke-ProcessEnd -Id $PID -StartTime $other | Should-BeFalse
        Invoke-ProcessClose -Id $PID -StartTime $other | Should-BeFalse
        Invoke-ProcessEnd -Id 2147483000 -StartTime $other | Should-BeFalse
    }
}

Describe 'Test-InstallerBusy' {
    It 'is busy while another holds the mutex of Windows Installer; a mutex that nobody holds is none' {
        Test-InstallerBusy | Should-BeFalse
        $mutex = [Threading.Mutex]::new($false, 'Global\_MSIExecute')
        Test-InstallerBusy | Should-BeFalse
        $mutex.Dispose()

        $shell = [powershell]::Create([initialsessionstate]::CreateDefault2())
        $null = $shell.AddScript('$held = [Threading.Mutex]::new($true, ''Global\_MSIExecute''); [Threading.Thread]::Sleep(1500); $held.ReleaseMutex(); $held.Dispose()')
        $running = $shell.BeginInvoke()
        [Threading.Thread]::Sleep(700)
        Test-InstallerBusy | Should-BeTrue
        $null = $shell.EndInvoke($running)
        $shell.Dispose()
        Test-InstallerBusy | Should-BeFalse
    }
}
