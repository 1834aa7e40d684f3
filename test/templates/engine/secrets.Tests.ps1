Set-StrictMode -Version Latest

BeforeAll {
    . "$PSScriptRoot/../../powershell/pester/templates.ps1" 'Read-Secret', 'Test-Secret', 'ConvertFrom-Parameter'
    $script:Variables = @{ PW = 'geheim'; OTHER = 'y' }
    # 'pw' in UTF-16, as ConvertFrom-SecureString writes protected bytes: the protection here changes nothing, a leading zero is a wrong key.
    $script:Files = @{ 'C:\ProgramData\pw.txt' = "70007700`r`n"; 'C:\bad.txt' = 'hunter2'; 'C:\other.txt' = '00ff' }
    Mock Get-ProcessVariable { $script:Variables[$Name] }
    Mock Get-SpecialFolder { 'C:\ProgramData' } -ParameterFilter { $Name -eq 'CommonApplicationData' }
    Mock Get-SecretText { $script:Files[$Path] }
    Mock Test-FileEntry { $script:Files.ContainsKey($Path) }
    Mock Unprotect-Secret {
        if ($Data[0] -eq 0) { throw 'wrong key' }
        , $Data
    }
}

Describe 'Read-Secret' {
    BeforeEach { $script:Remedy = @{} }
    It '<Reference> is <Expected>' -ForEach @(
        @{ Reference = 'env:PW'; Expected = 'geheim' }
        @{ Reference = 'dpapi:%ProgramData%\pw.txt'; Expected = 'pw' }
    ) { Read-Secret $Reference | Should-BeString -CaseSensitive $Expected }
    # The whole message, so that no word of the file is in it.
    It 'the secret <Reference> <Why>' -ForEach @(
        @{ Reference = 'env:NONE'; Why = 'is not there' }
        @{ Reference = 'dpapi:C:\bad.txt'; Why = 'is no output of ConvertFrom-SecureString' }
        @{ Reference = 'dpapi:C:\other.txt'; Why = 'was protected for another account or machine' }
        @{ Reference = 'dpapi:C:\none.txt'; Why = 'is not there' }
    ) { ({ Read-Secret $Reference } | Should-Throw).Exception.Message | Should-BeString -CaseSensitive "the secret '$Reference' $Why" }
    It 'remembers a variable that held a secret, as a parameter does, so that programs do not get it' {
        Read-Secret 'env:PW' | Should-BeString -CaseSensitive 'geheim'
        ConvertFrom-Parameter 'Password' 'secret?' 'env:OTHER' | Should-BeString -CaseSensitive 'env:OTHER'
        $script:Remedy.Secrets -join ', ' | Should-BeString -CaseSensitive 'PW, OTHER'
    }
}

Describe 'Test-Secret' {
    It '<_> is there' -ForEach 'env:PW', 'dpapi:C:\bad.txt' { Test-Secret $_ | Should-BeTrue }
    It '<_> is not there' -ForEach 'env:NONE', 'dpapi:C:\none.txt' { Test-Secret $_ | Should-BeFalse }
}
