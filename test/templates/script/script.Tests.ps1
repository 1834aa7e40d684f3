Set-StrictMode -Version Latest

BeforeAll {
    . "$PSScriptRoot/../../powershell/pester/templates.ps1" 'Test-Script', 'Repair-Script'
    $script:Remedy = @{}
    Mock Write-Note { $script:Notes += $Text }
    Mock Add-Journal { }
    $second = [timespan]'00:00:01'
}

Describe 'the test of a script' {
    It 'holds: <Why>' -ForEach @(
        @{ Why = 'true'; Test = { $true } }
        @{ Why = 'what it prints is no output of ours'; Test = { Write-Host 'last line'; Write-Warning 'w'; $true } }
        @{ Why = 'it may have parameters of its own'; Test = { param($x = 1) $x -eq 1 } }
    ) { Test-Script -Name 'queue' -Test $Test | Should-BeNull }
    It 'deviates' {
        Test-Script -Name 'queue' -Test { 1 -eq 2 } | Should-BeString -CaseSensitive 'script ''queue'' says that its state is not reached'
    }
    It 'raises: <Why>' -ForEach @(
        @{ Test = { $null = 1 }; Why = 'the test of script ''queue'' must give exactly one true or false, it gave 0 values ()' }
        @{ Test = { 'noise'; $true }; Why = 'the test of script ''queue'' must give exactly one true or false, it gave 2 values (String, Boolean)' }
        @{ Test = { 1 }; Why = 'the test of script ''queue'' must give exactly one true or false, it gave 1 values (Int32)' }
        @{ Test = { throw 'no such thing' }; Why = 'the test of script ''queue'': no such thing' }
        @{ Test = { Write-Error 'soft'; $true }; Why = 'the test of script ''queue'': soft' }
        @{ Test = { Start-Sleep -Seconds 20; $true }; Why = 'the test of script ''queue'' did not end within 1s' }
    ) {
        # A second is for the one that hangs: the others may take their time on a busy machine.
        $limit = if ("$Test".Contains('Sleep')) { $second } else { [timespan]'00:01:00' }
        ({ Test-Script -Name 'queue' -Test $Test -Timeout $limit } | Should-Throw).Exception.Message | Should-BeString -CaseSensitive $Why
    }
    It 'its time counts also for a call that cannot be stopped' {
        $clock = [Diagnostics.Stopwatch]::StartNew()
        ({ Test-Script -Name 'queue' -Test { [Threading.Thread]::Sleep(30000); $true } -Timeout $second } | Should-Throw).Exception.Message |
            Should-BeString -CaseSensitive 'the test of script ''queue'' did not end within 1s'
        $clock.Elapsed.TotalSeconds | Should-BeLessThan 25
    }
    It 'its time counts also in a host that runs scripts on the thread that asks' {
        $state = [Management.Automation.Runspaces.Runspace]::DefaultRunspace.InitialSessionState.Clone()
        $state.ThreadOptions = 'UseCurrentThread'
        $runspace = [runspacefactory]::CreateRunspace($state)
        $runspace.Open()
        $shell = [powershell]::Create()
        $shell.Runspace = $runspace
        $null = $shell.AddScript("function Invoke-ScriptText {${function:Invoke-ScriptText}}; (Invoke-ScriptText -Text 'Start-Sleep -Seconds 20' -Timeout ([timespan]'00:00:01')).TimedOut")
        $shell.Invoke()[0] | Should-BeTrue
    }
    It 'strict mode holds in it' { { Test-Script -Name 'queue' -Test { $unset -eq $null } } | Should-Throw '*$unset*' }
    It 'exit ends nothing but itself' {
        Test-Script -Name 'queue' -Test { $true; exit 3 } | Should-BeNull
    }
    It 'our variables are out of its reach' {
        $mine = 1
        $script:Remedy.Kept = 1
        $null = Test-Script -Name 'queue' -Test { Set-StrictMode -Off; $script:Remedy = $null; $global:mine = 2; $null -eq $script:Remedy }
        $mine | Should-Be 1
        $script:Remedy.Kept | Should-Be 1
    }
}

Describe 'the fix of a script' {
    BeforeEach { $script:Notes = @() }
    It 'its output goes to the log' {
        Repair-Script -Name 'queue' -Fix { 'told'; 42; Write-Warning 'careful' } | Should-BeNull
        $script:Notes -join ', ' | Should-BeString -CaseSensitive 'script ''queue'': told, script ''queue'': 42, script ''queue'': careful'
    }
    It 'an error is the reason of the failure' {
        ({ Repair-Script -Name 'queue' -Fix { 'before'; throw 'it broke' } } | Should-Throw).Exception.Message | Should-BeString -CaseSensitive 'the fix of script ''queue'': it broke'
    }
    It 'a non-terminating error as well' { { Repair-Script -Name 'queue' -Fix { Get-Item -LiteralPath '/no/such/file' } } | Should-Throw 'the fix of script ''queue'': *' }
    It 'exit ends nothing but itself' { Repair-Script -Name 'queue' -Fix { exit 7 } | Should-BeNull }
}
