Set-StrictMode -Version Latest

# Anybody may have written a log that is searched: whatever stands in it, the search comes to its end.
BeforeAll {
    . "$PSScriptRoot/../../powershell/pester/templates.ps1" 'Find-LogCause', 'Read-LogText', 'Find-LogMatch', 'Get-SearchBudget'
    function New-Log([long] $Length, [string] $Path = 'C:\Windows\Temp\Agent.log') { [pscustomobject]@{ Path = $Path; Length = $Length; Time = [datetime]::UtcNow } }
    Mock Write-Note { }
}

Describe 'a log is searched in bounded time' {
    BeforeEach { $script:Remedy = @{} }
    It '<Why>: <Count> causes within <Seconds> s' -ForEach @(
        @{ Why = 'long lines'; Line = 'x' * 100 + "`n"; Times = 40000; Count = 0; Seconds = 10 }
        @{ Why = 'results'; Line = "[0E5C:0F10][2026-11-23T12:00:30]i319: Applied execute package: a, result: 0x1`n"; Times = 64000; Count = 5; Seconds = 15 }
        @{ Why = 'spaces'; Line = '1: 1920 2: x 3: ' + ' ' * 4000 + "y:`n"; Times = 32; Count = 0; Seconds = 15 }
        @{ Why = 'numbers'; Line = '1: 9999 2: '; Times = 1000000; Count = 0; Seconds = 15 }
        @{ Why = 'known numbers'; Line = "Error 1303. `n"; Times = 300000; Count = 1; Seconds = 15 }
    ) {
        $path = "$TestDrive/flood.log"
        [IO.File]::WriteAllText($path, $Line * $Times)
        $clock = [Diagnostics.Stopwatch]::StartNew()
        @(Find-LogCause -Log (New-Log ([IO.FileInfo]::new($path).Length) $path)).Count | Should-Be $Count
        $clock.Elapsed.TotalSeconds | Should-BeLessThan $Seconds
    }
}

Describe 'what is read of logs' {
    BeforeEach {
        $script:Remedy = @{}
        $script:Asked = @()
    }
    It 'of a long one the end, on a whole character' {
        Mock Get-FileByte {
            $script:Asked += "$Offset $Count"
            , [Text.Encoding]::Unicode.GetBytes('Error 1722. x')
        }
        $cause = Find-LogCause -Log (New-Log 40MB)
        $cause.Text + $cause.Place | Should-BeString -CaseSensitive 'MSI error 1722, a program of the package failed (MSI log)'
        $script:Asked -join ', ' | Should-BeString "0 512, $(32MB) $(8MB)"
    }
    It 'of all together what the budget allows' {
        Mock Get-FileByte {
            $script:Asked += $Count
            , [byte[]]::new([Math]::Min($Count, 30MB))
        }
        foreach ($log in 1..4) { $null = @(Read-LogText -Log (New-Log 30MB)) }
        @($script:Asked | Where-Object { $_ -ne 512 }) -join ' ' | Should-BeString "$(32MB) $(32MB) $(4MB) 0"
        (Get-SearchBudget).Bytes | Should-Be 0
        (Get-SearchBudget).Milliseconds = 0
        @(Find-LogMatch -Text 'a' -Pattern 'a').Count | Should-Be 0
    }
}
