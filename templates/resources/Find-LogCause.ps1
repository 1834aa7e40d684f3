# Gives the causes that one installer log names: Rank (0 the most telling), Text, Place, Service. By number, since the words are in the language of Windows.
# Anybody may write a log into a temporary folder: no search goes on for more than 5 s, it throws then.
function Find-LogCause {
    param([Parameter(Mandatory)] [pscustomobject] $Log)
    $content = Read-LogText -Log $Log
    $text = $content.Text
    $rules = Get-InstallerRule
    $options = [Text.RegularExpressions.RegexOptions]::Multiline
    $limit = [timespan]::FromSeconds(5)
    $seen = @{}
    $found = @(
        # 'Error 1920. Service 'Display name' (Name) failed ...' in any language, alone or behind 'Product: X -- ', or as fields '1: 1920 2: Display name 3: Name'
        foreach ($match in [regex]::Matches($text, '(?:(?:^|--\s)\D{0,40}?(?<number>\d{4,5})[.:\u3002]\s?(?<rest>[^\r\n]*)|\b1: (?<number>\d{4,5}) (?<rest>2: [^\r\n]*))', $options, $limit)) {
            $number = [int]$match.Groups['number'].Value
            if ($seen.ContainsKey($number)) { continue }
            if ($rules.Service.ContainsKey($number)) {
                $rest = $match.Groups['rest'].Value
                $name = [regex]::Match($rest, '\(([^()]{1,256})\)|3: ([^:]+?)(?: 4: |\s*$)', $options, $limit)
                if (-not $name.Success) { continue }
                $service = if ($name.Groups[1].Success) { $name.Groups[1].Value } else { $name.Groups[2].Value }
                $seen[$number] = $true
                @{ Rank = 0; Text = "MSI error $number, " + ($rules.Service[$number] -f (ConvertTo-Line $service)); At = $match.Groups['number'].Index; Service = $service }
            }
            elseif ($rules.Log.ContainsKey($number) -and -not $match.Value.StartsWith('1: ')) {
                $seen[$number] = $true
                @{ Rank = 1; Text = "MSI error $number, $($rules.Log[$number])"; At = $match.Groups['number'].Index; Service = '' }
            }
        }
        $action = [regex]::Match($text, 'CustomAction (?<name>[\w.]+) returned actual error code (?<code>-?\d+)', $options, $limit)
        if ($action.Success) { @{ Rank = 2; Text = "custom action $($action.Groups['name'].Value) returned $($action.Groups['code'].Value)"; At = $action.Groups['name'].Index; Service = '' } }
        # 'Action ended 12:34:56: InstallFinalize. Return value 3.', whatever the words; the first one is the action that failed
        $ended = [regex]::Match($text, '^[^\d\r\n]+\d{1,2}:\d{2}:\d{2}: (?<name>\w[\w.]*)\. [^\d\r\n]+ 3\.\s*$', $options, $limit)
        if ($ended.Success) { @{ Rank = 3; Text = "action $($ended.Groups['name'].Value) failed"; At = $ended.Groups['name'].Index; Service = '' } }
        # Burn, always English: '[pid:thread][time]i319: Applied execute package: X, result: 0x80070643, ...'; error lines e000 where it did not get so far
        $lead = '^\[[0-9A-Fa-f]+:[0-9A-Fa-f]+\]\[[^\]]+\]'
        $bundle = @([regex]::Matches($text, $lead + 'i319: Applied execute package: (?<name>[^,\r\n]+), result: (?<code>0x[1-9A-Fa-f][0-9A-Fa-f]*)', $options, $limit))
        if ($bundle.Count -eq 0) { $bundle = @([regex]::Matches($text, $lead + 'e[0-9]+: Error (?<code>0x[1-9A-Fa-f][0-9A-Fa-f]*): ', $options, $limit) | Select-Object -First 1) }
        foreach ($match in $bundle) {
            $code = ConvertFrom-InstallerCode -Code ([Convert]::ToInt32($match.Groups['code'].Value, 16))
            $what = if ($match.Groups['name'].Success) { "package $($match.Groups['name'].Value) of the bundle" } else { 'the bundle' }
            @{ Rank = 4; Text = "$what failed with $(Get-InstallerText -Code $code)"; At = $match.Groups['code'].Index; Service = '' }
        }
    )
    foreach ($one in $found) {
        $line = if ($content.Whole) { [regex]::Matches($text.Substring(0, $one.At), '\n').Count + 1 } else { 0 }
        $kind = if ($one.Rank -eq 4) { 'bundle log' } else { 'MSI log' }
        [pscustomobject]@{ Rank = $one.Rank; Text = ConvertTo-Line $one.Text; Place = $(if ($line -gt 0) { " ($kind line $line)" } else { " ($kind)" }); Service = $one.Service }
    }
}
