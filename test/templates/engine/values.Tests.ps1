Set-StrictMode -Version Latest

BeforeAll { . "$PSScriptRoot/../../powershell/pester/templates.ps1" 'Test-Text', 'Test-Match', 'Test-Data', 'Test-Any', 'Use-Default', 'ConvertTo-Text', 'Format-Size' }

Describe 'Test-Text: character by character' {
    It '<Left> is not <Right>' -ForEach @(
        @{ Left = 'a'; Right = 'A' }
        @{ Left = ''; Right = $null }
        @{ Left = "co$([char]0xAD)op"; Right = 'coop' }
    ) { Test-Text $Left $Right | Should-BeFalse }
    It 'nothing is nothing' { Test-Text $null $null | Should-BeTrue }
    It 'ignores case where it is told to' { Test-Text 'a' 'A' -IgnoreCase | Should-BeTrue }
}

Describe 'Test-Match: ignores case, and never matches nothing' {
    It '<Text> by <Pattern>' -ForEach @(
        @{ Text = 'Microsoft Entra Agent'; Pattern = '^microsoft (entra|azure) ' }
        @{ Text = ''; Pattern = '^$' }
    ) { Test-Match $Text $Pattern | Should-BeTrue }
    It 'not nothing' { Test-Match $null '.*' | Should-BeFalse }
    It 'ends a search that takes too long' { { Test-Match ('a' * 40 + '!') '^(a+)+$' } | Should-Throw }
}

Describe 'Test-Data: with the type' {
    It '<Left> is <Right>' -ForEach @(
        @{ Left = 1; Right = 1 }
        @{ Left = 1; Right = $true }
        @{ Left = 0; Right = $false }
        @{ Left = -1; Right = 4294967295 }
        @{ Left = [long]5; Right = 5 }
        @{ Left = @('a', 'b'); Right = @('a', 'b') }
        @{ Left = [byte[]](1, 2); Right = [byte[]](1, 2) }
        @{ Left = $null; Right = $null }
        @{ Left = @(); Right = @() }
    ) { Test-Data $Left $Right | Should-BeTrue }
    It '<Left> is not <Right>' -ForEach @(
        @{ Left = 1; Right = '1' }
        @{ Left = '1'; Right = 1 }
        @{ Left = 'a'; Right = 'A' }
        @{ Left = @('a'); Right = 'a' }
        @{ Left = @('a', 'b'); Right = @('b', 'a') }
        @{ Left = $null; Right = 0 }
    ) { Test-Data $Left $Right | Should-BeFalse }
}

Describe 'Use-Default: only for nothing' {
    It '<Value> gives <Expected>' -ForEach @(
        @{ Value = $null; Expected = 'b' }
        @{ Value = ''; Expected = '' }
    ) { Use-Default $Value { 'b' } | Should-BeString -CaseSensitive $Expected }
    It 'false stays' { Use-Default $false { 'b' } | Should-BeFalse }
}

Describe 'Test-Any' {
    It 'one of several' { Test-Any @('a', 'B') { Test-Text $_ 'b' -IgnoreCase } | Should-BeTrue }
    It 'of none' { Test-Any @() { $true } | Should-BeFalse }
    It 'nothing is a value' { Test-Any @($null) { $null -eq $_ } | Should-BeTrue }
}

Describe 'ConvertTo-Text: as people read it' {
    It '<Expected>' -ForEach @(
        @{ Value = $null; Expected = 'none' }
        @{ Value = $true; Expected = 'true' }
        @{ Value = [version]'1.2.0.0'; Expected = '1.2.0.0' }
        @{ Value = [timespan]'01:30:00'; Expected = '90m' }
        @{ Value = [timespan]'1.00:00:00'; Expected = '1d' }
        @{ Value = [timespan]::Zero; Expected = '0ms' }
        @{ Value = [timespan]::FromMilliseconds(1500); Expected = '1500ms' }
        @{ Value = 4GB; Expected = '4294967296' }
        @{ Value = @('a', 1); Expected = 'a, 1' }
        @{ Value = 'S-1-5-18'; Expected = 'S-1-5-18' }
    ) { ConvertTo-Text $Value | Should-BeString -CaseSensitive $Expected }
}

Describe 'Format-Size: as people read it' {
    It '<Expected>' -ForEach @(
        @{ Value = $null; Expected = 'none' }
        @{ Value = 0; Expected = '0 bytes' }
        @{ Value = 1023; Expected = '1023 bytes' }
        @{ Value = 1KB; Expected = '1KB' }
        @{ Value = 1GB; Expected = '1GB' }
        @{ Value = 1GB + 1; Expected = '1GB' }
        @{ Value = 3123456789; Expected = '2.9GB' }
        @{ Value = 1536MB; Expected = '1.5GB' }
        @{ Value = 2TB; Expected = '2TB' }
    ) { Format-Size $Value | Should-BeString -CaseSensitive $Expected }
}
