Set-StrictMode -Version Latest

BeforeAll {
    . "$PSScriptRoot/../../powershell/pester/templates.ps1" 'Format-EventQuery'
    $since = [datetime]::new(2026, 11, 30, 8, 5, 0, 250, [DateTimeKind]::Utc)
}

Describe 'Format-EventQuery' {
    It 'asks for a time alone' {
        Format-EventQuery $since '' @() @() | Should-BeString -CaseSensitive "*[System[TimeCreated[@SystemTime>='2026-11-30T08:05:00.2500000Z']]]"
    }
    It 'asks for all at once' {
        Format-EventQuery $since "O'Brien & <Co>" @(0, 7000) @(0) |
            Should-BeString -CaseSensitive "*[System[TimeCreated[@SystemTime>='2026-11-30T08:05:00.2500000Z'] and Provider[@Name=`"O'Brien & <Co>`"] and (EventID=0 or EventID=7000) and (Level=0)]]"
    }
    It 'lets no name end its quotation marks' {
        { Format-EventQuery $since 'x" or @Name!="' @() @() } | Should-Throw -ExceptionMessage 'no provider of events is called x" or @Name!="'
    }
}
