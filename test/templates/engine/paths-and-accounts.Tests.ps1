Set-StrictMode -Version Latest

BeforeAll {
    . "$PSScriptRoot/../../powershell/pester/templates.ps1" 'Expand-Path', 'Join-Segment', 'Resolve-Account', 'Test-Account'
    $script:Remedy = @{ Context = 'system' }
}

Describe 'Expand-Path: by the folders that Windows names and by the machine''s variables, never by this process''s' {
    BeforeAll {
        $script:Folders = @{
            Windows = 'C:\Windows'; ProgramFiles = 'C:\Program Files'; CommonApplicationData = 'C:\ProgramData'; CommonDocuments = 'C:\Users\Public\Documents'
        }
        $script:Variables = @{ TOOLS = 'D:\tools\'; BELOW = '%ProgramFiles%\Tools'; FOREIGN = '%OWN%\x' }
        Mock Get-SpecialFolder { $script:Folders[$Name] }
        Mock Get-MachineVariable { $script:Variables[$Name] }
        $env:ProgramData = 'C:\evil'
        $env:OWN = 'x'
    }
    It '<Path> is <Expected>' -ForEach @(
        @{ Path = '%ProgramData%\Install\a.exe'; Expected = 'C:\ProgramData\Install\a.exe' }
        @{ Path = '%systemroot%\x;%WINDIR%'; Expected = 'C:\Windows\x;C:\Windows' }
        @{ Path = '%SystemDrive%\x'; Expected = 'C:\x' }
        @{ Path = '%TEMP%\a*.log'; Expected = 'C:\Windows\Temp\a*.log' }
        @{ Path = '%Tools%\a'; Expected = 'D:\tools\a' }
        @{ Path = '%BELOW%\a'; Expected = 'C:\Program Files\Tools\a' }
        @{ Path = '%PUBLIC%\x'; Expected = 'C:\Users\Public\x' }
        @{ Path = 'C:\100%'; Expected = 'C:\100%' }
    ) { Expand-Path $Path | Should-BeString -CaseSensitive $Expected }
    It '<Path>: <Why>' -ForEach @(
        @{ Path = '%OWN%'; Why = 'this machine has no variable %OWN%' }
        @{ Path = '%FOREIGN%'; Why = 'the variable %FOREIGN% of this machine refers to %OWN%, which is no folder of Windows' }
    ) { { Expand-Path $Path } | Should-Throw "*$Why*" }
}

Describe 'Join-Segment' {
    It '<Left> / <Right>' -ForEach @(@{ Left = 'C:\a\'; Right = '\b' }, @{ Left = 'C:\a'; Right = 'b' }) {
        Join-Segment $Left $Right | Should-BeString -CaseSensitive 'C:\a\b'
    }
}

Describe 'accounts' {
    BeforeAll {
        $script:Accounts = @{ 'CONTOSO\svc' = 'S-1-5-21-1-2-3-1105'; '.\ann' = 'S-1-5-21-9-9-9-1001'; 'svc' = 'S-1-5-21-1-2-3-1105' }
        Mock Get-AccountSid { $script:Accounts[$Name] }
    }
    It '<Account> is <Expected>' -ForEach @(
        @{ Account = 'CONTOSO\svc'; Expected = 'S-1-5-21-1-2-3-1105' }
        @{ Account = 's-1-5-80-0'; Expected = 'S-1-5-80-0' }
        @{ Account = '.\ann'; Expected = 'S-1-5-21-9-9-9-1001' }
    ) { Resolve-Account $Account | Should-BeString -CaseSensitive $Expected }
    It '''.\svc'' is not the domain''s svc' { { Resolve-Account '.\svc' } | Should-Throw 'this machine knows no account ''.\svc''' }
    It 'nobody is told by the name' { ({ Resolve-Account 'nobody' } | Should-Throw).Exception.Message | Should-BeString -CaseSensitive 'this machine knows no account ''nobody''' }
    It '<Left> is <Right>' -ForEach @(@{ Left = 'S-1-5-21-1-2-3-1105'; Right = 'contoso\SVC' }, @{ Left = $null; Right = $null }) {
        Test-Account $Left $Right | Should-BeTrue
    }
    It '<Left> is not <Right>' -ForEach @(@{ Left = 'S-1-5-18'; Right = '.\ann' }, @{ Left = $null; Right = '.\ann' }) {
        Test-Account $Left $Right | Should-BeFalse
    }
}
