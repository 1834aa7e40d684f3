# Gives the causes that one installer log names: Rank (0 the most telling), Text, Place, Service. By number, since the words are in the language of Windows.
## Every repetition in a pattern has an end, and so has the search (Find-LogMatch): nobody must be able to write a log that keeps it going.
function Find-LogCause([pscustomobject] $Log) {
    $content = Read-LogText -Log $Log
    $text = $content.Text
    $rules = Get-InstallerRule
    $services = @($rules.Service.Keys) -join '|'
    $numbers = @($rules.Log.Keys) + @($rules.Service.Keys) -join '|'
    $seen = @{}
    $found = @(
        # 'Error 1920. Service 'Display name' (Name) failed ...' in any language, alone or behind 'Product: X -- ', or as fields '1: 1920 2: Display name 3: Name'
        $errors = '(?:^|--\s)\D{0,40}?(?<number>' + $numbers + ')[.:\u3002]\s?(?<rest>[^\r\n]{0,500})|\b1: (?<number>' + $services + ') (?<rest>2: [^\r\n]{0,500})'
        foreach ($match in @(Find-LogMatch -Text $text -Pattern $errors)) {
            $number = [int]$match.Groups['number'].Value
            # a line without a name may be followed by one that has it, but not for ever
            if (-not $seen.ContainsKey($number)) { $seen[$number] = 0 }
            if ($seen[$number] -ge 20) { continue }
            $seen[$number]++
            if ($rules.Service.ContainsKey($number)) {
                $names = @(Find-LogMatch -Text $match.Groups['rest'].Value -Pattern '\(([^()]{1,256})\)|3: ([^:]{1,256}?)(?: 4: |[ \t]{0,8}$)' -First 1)
                if ($names.Count -eq 0) { continue }
                $service = if ($names[0].Groups[1].Success) { $names[0].Groups[1].Value } else { $names[0].Groups[2].Value }
                @{ Rank = 0; Text = "MSI error $number, " + ($rules.Service[$number] -f (Format-Name $service)); At = $match.Groups['number'].Index; Service = $service }
            }
            else { @{ Rank = 1; Text = "MSI error $number, $($rules.Log[$number])"; At = $match.Groups['number'].Index; Service = '' } }
            $seen[$number] = 20
        }
        foreach ($action in @(Find-LogMatch -Text $text -Pattern 'CustomAction (?<name>[\w.]{1,80}) returned actual error code (?<code>-?\d{1,10})' -First 1)) {
            @{ Rank = 2; Text = "custom action $($action.Groups['name'].Value) returned $($action.Groups['code'].Value)"; At = $action.Groups['name'].Index; Service = '' }
        }
        # 'Action ended 12:34:56: InstallFinalize. Return value 3.', whatever the words; the first one is the action that failed
        foreach ($ended in @(Find-LogMatch -Text $text -Pattern '^[^\d\r\n]{1,80}\d{1,2}:\d{2}:\d{2}: (?<name>\w[\w.]{0,79})\. [^\d\r\n]{1,80} 3\.[ \t]{0,8}\r?$' -First 1)) {
            @{ Rank = 3; Text = "action $($ended.Groups['name'].Value) failed"; At = $ended.Groups['name'].Index; Service = '' }
        }
        # Burn, always English: '[pid:thread][time]i319: Applied execute package: X, result: 0x80070643, ...'; error lines e000 where it did not get so far
        $lead = '^\[[0-9A-Fa-f]{1,8}:[0-9A-Fa-f]{1,8}\]\[[^\]\r\n]{1,40}\]'
        $bundle = @(Find-LogMatch -Text $text -Pattern ($lead + 'i319: Applied execute package: (?<name>[^,\r\n]{1,256}), result: (?<code>0x[1-9A-Fa-f][0-9A-Fa-f]{0,7})\b') -First 5)
        if ($bundle.Count -eq 0) { $bundle = @(Find-LogMatch -Text $text -Pattern ($lead + 'e[0-9]{1,5}: Error (?<code>0x[1-9A-Fa-f][0-9A-Fa-f]{0,7}): ') -First 1) }
        foreach ($match in $bundle) {
            $code = ConvertFrom-InstallerCode -Code ([Convert]::ToInt32($match.Groups['code'].Value, 16))
            $what = if ($match.Groups['name'].Success) { "package $(Format-Name $match.Groups['name'].Value) of the bundle" } else { 'the bundle' }
            @{ Rank = 4; Text = "$what failed with $(Get-InstallerText -Code $code)"; At = $match.Groups['code'].Index; Service = '' }
        }
    )
    foreach ($one in $found) {
        $kind = if ($one.Rank -eq 4) { 'bundle log' } else { 'MSI log' }
        $before = $text.Substring(0, $one.At)
        $place = if ($content.Whole) { " ($kind line $($before.Length - $before.Replace("`n", '').Length + 1))" } else { " ($kind)" }
        [pscustomobject]@{ Rank = $one.Rank; Text = ConvertTo-Line $one.Text; Place = $place; Service = $one.Service }
    }
}
