# What a crash of a program or of Windows says in an event log, with its own texts.
## The rows are those of src/diagnosis/rules, written by npm run generate: remedyc diagnose reads the same.
## Nothing for any other. Which of an event's texts say it, `readCrash` tells there as well.
function Format-CrashText([pscustomobject] $Record) {
    $text = @{
        'crash-program' = 'program {0} crashed in {1} with {2}'; 'crash-dotnet' = 'program {0} ended by an exception that it did not handle: {1}'; 'crash-report' = 'Windows reported {0} of {1}'
        'crash-hang' = 'program {0} did not answer and was closed'; 'side-by-side' = 'a program cannot start: {0} needs {1}'; 'crash-windows' = 'Windows stopped with {0} and was restarted'
        'power-lost' = 'Windows was restarted without having been shut down{0}'
    }
    $values = @($Record.Values) + @('?') * 7
    $rule, $holes = switch ("$($Record.Source) $($Record.Id)") {
        'Application Error 1000' { 'crash-program', $values[0], $values[3], $(if ($values[6] -match '^(?:0x)?([0-9a-f]{8})$') { "0x$($Matches[1].ToUpperInvariant())" } else { $values[6] }) }
        'Application Hang 1002' { 'crash-hang', $values[0] }
        '.NET Runtime 1026' { 'crash-dotnet', $(if ($values[0] -match '(?m)^Application: ?([^\r\n]+)') { $Matches[1] } else { '?' }), $(if ($values[0] -match 'Exception Info: ?([^\r\n]+)') { $Matches[1] } else { '?' }) }
        'Windows Error Reporting 1001' { 'crash-report', $values[2], $values[5] }
        { $_ -in 'SideBySide 33', 'SideBySide 35', 'SideBySide 59', 'SideBySide 80' } {
            'side-by-side', @(@($values -match '^[a-z]:\\') + '?')[0], @(@($values -match '\b(?:processorArchitecture|version)=') + '?')[0]
        }
        { $_ -in 'BugCheck 1001', 'Microsoft-Windows-WER-SystemErrorReporting 1001' } { 'crash-windows', $(if ($values[0] -match '^0x[0-9a-f]{8}') { $Matches[0] } else { '?' }) }
        'Microsoft-Windows-Kernel-Power 41' { 'power-lost' }
    }
    if (-not $rule) { return }
    $shown = @(foreach ($hole in $holes) { Format-Name $hole 200 }) + @('')
    if ($rule -eq 'power-lost' -and $values[0] -match '^\d{1,10}$' -and [long]$values[0] -gt 0) { $shown = @(' (bug check 0x{0:X8})' -f [long]$values[0]) }
    "event $($Record.Id): $($text[$rule] -f $shown)"
}
