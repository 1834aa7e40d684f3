Set-StrictMode -Version Latest

BeforeAll {
    . "$PSScriptRoot/../../powershell/pester/templates.ps1" 'Find-UninstallEntry', 'Read-EntryValue', 'Get-MachineVariable', 'Get-ConfigMgrRestart', 'Get-NativeType', 'Find-Mark', 'Invoke-Program'
    $script:Remedy = @{}
    # A registry of tables: @{ Keys = name -> key; Values = name -> data }; a key that is a text denies access with it.
    function New-FakeKey([hashtable] $Key) {
        $fake = [pscustomobject]@{ Key = $Key }
        $members = @{
            OpenSubKey     = {
                param($path)
                $key = $this.Key
                foreach ($part in $path.Split([char]'\')) {
                    if ($key -isnot [hashtable] -or -not $key.Keys.Contains($part)) { return $null }
                    $key = $key.Keys[$part]
                }
                if ($key -is [string]) { throw [Security.SecurityException]::new($key) }
                New-FakeKey $key
            }
            GetSubKeyNames = { @($this.Key['Keys'].Keys | Sort-Object) }
            GetValueNames  = { @($this.Key['Values'].Keys | Sort-Object) }
            GetValueKind   = { param($name) @{ String = 'String'; Int32 = 'DWord'; 'Byte[]' = 'Binary'; 'String[]' = 'MultiString' }[$this.Key['Values'][$name].GetType().Name] }
            GetValue       = {
                param($name, $default, $options)
                $data = $this.Key['Values'][$name]
                if ($data -is [string] -and [string]$options -ne 'DoNotExpandEnvironmentNames') { return [Environment]::ExpandEnvironmentVariables($data) }
                if ($null -eq $data) { return $default }
                , $data
            }
            Dispose        = { }
        }
        foreach ($name in $members.Keys) { $fake.PSObject.Members.Add([Management.Automation.PSScriptMethod]::new($name, $members[$name])) }
        $fake
    }
    # A hive with this key at this path.
    function New-FakeHive([string] $Path, [hashtable] $Key) {
        $parts = $Path.Split([char]'\')
        [array]::Reverse($parts)
        foreach ($part in $parts) { $Key = @{ Values = @{}; Keys = @{ $part = $Key } } }
        $Key
    }
    Mock Open-RegistryKey { (New-FakeKey $script:Hive).OpenSubKey($Path) }
}

Describe 'uninstall entries' {
    BeforeAll {
        $odd = @{ DisplayName = 'Odd'; Publisher = [string[]]@(); InstallLocation = [byte[]]@(); UninstallString = [string[]]@('first', 'second'); DisplayVersion = 7 }
        $script:Hive = New-FakeHive 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall' @{
            Values = @{}
            Keys   = @{ A = 'Requested registry access is not allowed.'; B = @{ Keys = @{}; Values = $odd }; C = @{ Keys = @{}; Values = @{ DisplayName = 'Plain' } } }
        }
        $entries = @(Find-UninstallEntry -View 64)
    }
    It 'are three' { $entries.Count | Should-Be 3 }
    It '<Why>: <Expected>' -ForEach @(
        @{ Index = 0; Why = 'one that denies access'; Expected = 'A [] [denied] [denied] [denied] [denied] [Requested registry access is not allowed.]' }
        @{ Index = 1; Why = 'values of any type, empty lists'; Expected = 'B [Odd] [] [] [first] [7] []' }
        @{ Index = 2; Why = 'a plain one'; Expected = 'C [Plain] [] [] [] [] []' }
    ) {
        $entry = $entries[$Index]
        $values = foreach ($name in 'Publisher', 'InstallLocation', 'UninstallString', 'DisplayVersion') { try { "[$(Read-EntryValue $entry $name)]" } catch { '[denied]' } }
        "$($entry.Key) [$($entry.DisplayName)] $values [$($entry.Unreadable)]" | Should-BeString -CaseSensitive $Expected
    }
}

Describe 'machine variables come as they stand' {
    BeforeAll {
        $env:REMEDYC_EVIL = 'C:\evil'
        $script:Hive = New-FakeHive 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment' @{
            Keys = @{}; Values = @{ Tools = '%REMEDYC_EVIL%\tools'; List = [string[]]@('a', 'b'); Number = 7 }
        }
    }
    It 'without this process''s variables in them' { Get-MachineVariable -Name 'Tools' | Should-BeString -CaseSensitive '%REMEDYC_EVIL%\tools' }
    It 'those that are no text are none: <_>' -ForEach 'List', 'Number', 'None' { Get-MachineVariable -Name $_ | Should-BeNull }
    It 'without their key there is none' {
        $script:Hive = @{ Keys = @{}; Values = @{} }
        Get-MachineVariable -Name 'Tools' | Should-BeNull
    }
}

Describe 'Get-ConfigMgrRestart' {
    BeforeAll {
        function Invoke-CimMethod {
            [CmdletBinding(SupportsShouldProcess)]
            param($Namespace, $ClassName, $MethodName, $OperationTimeoutSec)
            $null = $Namespace, $OperationTimeoutSec
            if ($PSCmdlet.ShouldProcess($ClassName, $MethodName)) { [pscustomobject]@{ ReturnValue = 0; RebootPending = $true; IsHardRebootPending = $false } }
        }
    }
    It 'asks also under -WhatIf of the script' { & { $WhatIfPreference = $true; Get-ConfigMgrRestart } | Should-BeTrue }
    It 'asks also under -Confirm of the script' { & { $ConfirmPreference = 'Low'; Get-ConfigMgrRestart } | Should-BeTrue }
}

Describe 'Get-NativeType' {
    It 'calls only into libraries that Windows loads from its own folder' {
        { Get-NativeType -Library 'evil' -Name 'X' -Signature @{ F = @([int]) } } | Should-Throw '*evil*'
    }
}

Describe 'Find-Mark' {
    It 'takes a value that is no text for none of ours' {
        $script:Hive = New-FakeHive 'SOFTWARE\Remedyc\x' @{ Keys = @{}; Values = @{ A = 'text'; B = 5; C = [byte[]]@(65); D = [string[]]@('a', 'b') } }
        $marks = Find-Mark -Hive HKLM -Remedy 'x'
        @($marks.Keys) -join ',' | Should-BeString -CaseSensitive 'A'
        $marks['A'] | Should-BeString -CaseSensitive 'text'
    }
}

Describe 'Invoke-Program' {
    BeforeAll {
        class FakeProcessApi {
            static [IntPtr] CreateJobObjectW($a, $b) { return [IntPtr]1 }
            static [int] CreateProcessW($a, $b, $c, $d, $e, $f, $g, $h, $i, $j) { [Runtime.InteropServices.Marshal]::SetLastPInvokeError(193); return 0 }
            static [int] CloseHandle($a) { return 1 }
        }
        Mock Get-ProcessApi { [FakeProcessApi] }
    }
    It 'names a program that Windows does not start, with the number of the reason' {
        { Invoke-Program -Path 'C:\Media\setup.exe' -Timeout ([timespan]'00:01:00') } | Should-Throw -ExceptionMessage 'C:\Media\setup.exe could not be started: *(193)'
    }
}
