Set-StrictMode -Version Latest

BeforeAll {
    . "$PSScriptRoot/../../powershell/pester/templates.ps1" 'Split-ProgramCommand', 'ConvertTo-Argument', 'Test-BurnBundle', 'Find-PathWriter', 'Get-ProgramOutput', 'ConvertFrom-ProgramByte'
    $script:Remedy = @{ Context = 'system' }
}

Describe 'Split-ProgramCommand' {
    BeforeAll {
        Mock Test-FileEntry { $Path -eq 'C:\Program Files\Contoso\un inst.exe' }
        Mock Get-SpecialFolder { 'C:\Windows' }
    }
    It '<Command>' -ForEach @(
        @{ Command = '"C:\Program Files\Contoso\un inst.exe" /S' }
        @{ Command = 'C:\Program Files\Contoso\un inst.exe /S' }
    ) {
        $program = Split-ProgramCommand -Command $Command
        "$($program.Path)|$($program.Arguments)" | Should-BeString -CaseSensitive 'C:\Program Files\Contoso\un inst.exe|/S'
    }
    It 'refuses <Command>' -ForEach @(
        @{ Command = 'uninst.exe /S'; Why = 'names no program by its full path' }
        @{ Command = '"C:\Windows\System32\cmd.exe" /c del'; Why = 'runs another program''s text' }
        @{ Command = '\\server\share\x.exe'; Why = 'names no program by its full path' }
        @{ Command = '"C:\x\y.cmd"'; Why = 'names no program by its full path' }
        @{ Command = ''; Why = 'names no program by its full path' }
    ) {
        ({ Split-ProgramCommand -Command $Command } | Should-Throw).Exception.Message |
            Should-BeString -CaseSensitive "the uninstall command is refused, since it ${Why}: $Command"
    }
    It 'a program that is not there: <Command>' -ForEach @(
        @{ Command = '"C:\none.exe" /S'; Path = 'C:\none.exe' }
        @{ Command = 'C:\Program Files\Contoso\none.exe /S'; Path = 'C:\Program Files\Contoso\none.exe' }
        @{ Command = '%TEMP%\x.exe'; Path = 'C:\Windows\Temp\x.exe' }
    ) { ({ Split-ProgramCommand -Command $Command } | Should-Throw).Exception.Message | Should-BeString -CaseSensitive "the uninstall program does not exist: $Path" }
}

Describe 'ConvertTo-Argument: by the documented rules' {
    It '<Argument> becomes <Expected>' -ForEach @(
        @{ Argument = 'plain'; Expected = 'plain' }
        @{ Argument = ''; Expected = '""' }
        @{ Argument = 'a b'; Expected = '"a b"' }
        @{ Argument = 'say "hi"'; Expected = '"say \"hi\""' }
        @{ Argument = 'C:\dir with\'; Expected = '"C:\dir with\\"' }
        @{ Argument = 'tail\"x'; Expected = '"tail\\\"x"' }
        @{ Argument = 'C:\dir\'; Expected = 'C:\dir\' }
    ) { ConvertTo-Argument -Argument @($Argument) | Should-BeString -CaseSensitive $Expected }
    It 'several, with spaces between' { ConvertTo-Argument -Argument @('plain', '', 'a b') | Should-BeString -CaseSensitive 'plain "" "a b"' }
}

Describe 'Test-BurnBundle: by a section of the program' {
    BeforeAll { Mock Get-FileByte { , $bytes } }
    It '<Sections>: <Expected>' -ForEach @(
        @{ Sections = '.text', '.wixburn'; Expected = $true }
        @{ Sections = '.text', '.wix'; Expected = $false }
    ) {
        $bytes = [byte[]]::new(1024)
        $bytes[0], $bytes[1], $bytes[0x3C], $bytes[128], $bytes[129], $bytes[134], $bytes[148] = 77, 90, 128, 80, 69, $Sections.Count, 240
        for ($index = 0; $index -lt $Sections.Count; $index++) { [Text.Encoding]::ASCII.GetBytes($Sections[$index]).CopyTo($bytes, 128 + 24 + 240 + 40 * $index) }
        $found = Test-BurnBundle -Path 'C:\Media\setup.exe'
        if ($Expected) { $found | Should-BeTrue } else { $found | Should-BeFalse }
    }
    It 'what is no program is none' {
        $bytes = [byte[]]@(77)
        Test-BurnBundle -Path 'C:\Media\setup.exe' | Should-BeFalse
    }
}

Describe 'Find-PathWriter: a path whose parts cannot be told by its text' {
    BeforeAll {
        Mock Get-UserSid { 'S-1-5-21-1-1-1-777' }
        # Windows finds each of them
        Mock Test-FileEntry { $true }
    }
    It '<_>' -ForEach 'C:\Media/sub\setup.exe', 'C:\Media\..\setup.exe', 'C:\Media.\setup.exe', 'C:\Media\setup.exe:other.exe' {
        Find-PathWriter -Path $_ | Should-BeString -CaseSensitive "$_ can be read in two ways"
    }
}

Describe 'Get-ProgramOutput: a program that tells something' -Skip:($IsWindows) {
    BeforeAll { function Read-Shell([string] $Text, [string] $Seconds = '30') { Get-ProgramOutput -Path '/bin/sh' -Arguments "-c `"$Text`"" -Environment @{ REMEDYC_TOLD = 'told'; HOME = $null } -Timeout ([timespan]"00:00:$Seconds") } }
    It 'gives its output as bytes, its exit code, and the environment that differs' {
        $run = Read-Shell 'printf \"$REMEDYC_TOLD-$HOME-\303\244\"; exit 7'
        "$($run.ExitCode) $($run.TimedOut) $([Text.Encoding]::UTF8.GetString($run.Output))" | Should-BeString -CaseSensitive "7 False told--$([char]0xE4)"
    }
    It 'answers no question, and keeps errors away' { [Text.Encoding]::ASCII.GetString((Read-Shell 'read x; head -c 300000 /dev/zero >&2; echo [$x]').Output).Trim() | Should-BeString '[]' }
    It 'keeps a MB of much more' {
        $run = Read-Shell 'head -c 9000000 /dev/zero; exit 3'
        $run.ExitCode | Should-Be 3
        ($run.Output.Length -gt 1MB -and $run.Output.Length -lt 1.1MB) | Should-BeTrue
    }
    It 'ends one that hangs, and gives what it wrote until then' {
        $run = Read-Shell 'echo begun; exec sleep 61' '00.5'
        "$($run.ExitCode) $($run.TimedOut) $($run.Output.Length)" | Should-BeString '1460 True 6'
    }
    It 'does not wait for what it leaves behind' {
        $run = Read-Shell 'sleep 11 & echo over'
        "$($run.ExitCode) $($run.TimedOut) $($run.Output.Length)" | Should-BeString '0 False 5'
    }
    It 'throws for one that is not there' { { Get-ProgramOutput -Path '/bin/no such program' -Arguments '' -Environment @{} -Timeout ([timespan]'00:00:30') } | Should-Throw }
}

Describe 'ConvertFrom-ProgramByte' {
    BeforeAll { Mock Get-RegistryValue { [pscustomobject]@{ Type = 'String'; Data = '850' } } }
    It '<Name>' -ForEach @(
        @{ Name = 'nothing'; Bytes = @(); Text = '' }
        @{ Name = 'UTF-8'; Bytes = 0xC3, 0xA4, 13, 10, 66; Text = "$([char]0xE4)`nB" }
        @{ Name = 'UTF-8 with its mark'; Bytes = 0xEF, 0xBB, 0xBF, 0xC3, 0xA4; Text = "$([char]0xE4)" }
        @{ Name = 'UTF-16 with its mark'; Bytes = 0xFF, 0xFE, 0xE4, 0; Text = "$([char]0xE4)" }
        @{ Name = 'UTF-16 from the other end'; Bytes = 0xFE, 0xFF, 0, 0xE4; Text = "$([char]0xE4)" }
        @{ Name = 'UTF-16 without a mark'; Bytes = 65, 0, 13, 0, 10, 0, 0xE4, 0; Text = "A`n$([char]0xE4)" }
        @{ Name = 'the code page of consoles'; Bytes = 0x84, 13, 13, 10, 66; Text = "$([char]0xE4)`nB" }
    ) { ConvertFrom-ProgramByte ([byte[]]$Bytes) | Should-BeString -CaseSensitive $Text }
}
