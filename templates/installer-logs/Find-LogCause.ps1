# What an installer's log names as causes; Rank 0 tells most.
## Service and its Account where one did not start.
## By number, since the words are in the language of the package or of Windows. What an installation got over, and a log that ends well, is no cause.
## Every repetition in a pattern has an end, and so has the search (Find-LogMatch): nobody must be able to write a log that keeps it going.
function Find-LogCause([pscustomobject] $Log) {
    $content = Read-LogText $Log
    $text = $content.Text
    $engine = Find-LogMatch $text 'MainEngineThread is returning (\d{1,5})' | Select-Object -Last 1
    $code = if ($null -ne $engine) { [int]$engine.Groups[1].Value }
    if ($code -in 0, 1641, 3010) { return }
    # 'Action ended 12:34:56: InstallFinalize. Return value 3.', whatever the words: the first such action failed
    $from = 0
    $failed = $null
    foreach ($ended in @(Find-LogMatch $text '^[^\d\r\n]{1,80}\d{1,2}\D\d\d\D\d\d[^\d\r\n:\uFF1A]{0,12}[:\uFF1A]\s?(?<name>[A-Za-z_][0-9A-Za-z_.]{0,79})[^\d\r\n]{1,80}(?<value>\d)[^\d\r\n]{0,3}\r?$')) {
        if ($ended.Groups['value'].Value -eq '3') { $failed = $ended; break }
        $from = $ended.Index
    }
    if ($null -eq $failed) { $from = 0 }
    $actions = @(Find-LogMatch $text 'CustomAction (?<name>[\w.]{1,80}) returned actual error code (?<code>-?\d{1,10})(?<ignored> but will be translated)?')
    $ignored = @(foreach ($action in $actions) { if ($action.Groups['ignored'].Success) { $action.Groups['name'].Value } })
    $known = @{}
    $found = @(
        # 'Error 1920. ...' in any language, alone or behind 'Product: X -- ', or the fields of a record; what comes before the end of another action was got over
        foreach ($match in @(Find-LogMatch $text '(?:^|--\s)[^\d\r\n]{0,40}?(?<number>1\d{3}|250[23])\s?[.:,\u3002\uFF0E\uFF1A\u0081\u00A1\u00A3]\s?(?<rest>[^\r\n]{0,700})|\b1: (?<number>192[0-3]) (?<rest>2: [^\r\n]{0,700})')) {
            $number = [int]$match.Groups['number'].Value
            $rest = $match.Groups['rest'].Value
            if ($known.ContainsKey($number) -or $match.Groups['number'].Index -lt $from -or ($number -in 1720..1723 -and @($rest -split '\W+' | Where-Object { $ignored -ccontains $_ }).Count -gt 0)) { continue }
            $meaning = Get-ErrorMeaning $number $rest
            if ($null -eq $meaning) { continue }
            $known[$number] = $true
            $cause = @{ Rank = [int]($meaning.Service -eq ''); Text = $meaning.Text; At = $match.Groups['number'].Index }
            if ($number -eq 1920) {
                $cause.Service = $meaning.Service
                # of the operation before; no StartName is LocalSystem
                foreach ($operation in Find-LogMatch $text ('ServiceInstall\(Name=' + [regex]::Escape($meaning.Service) + ',[^\r\n]{0,4000}?,(?:StartName=(?<account>[^,\r\n]{1,256})|Password=)') 1) { $cause.Account = $operation.Groups['account'].Value }
            }
            $cause
        }
        # the vendor's sentence behind 'Product: X -- ', and an error of Windows Installer itself with what it was about
        if ($null -ne $failed -and $known.Count -eq 0) {
            foreach ($said in Find-LogMatch $text.Substring($from, $failed.Index - $from) '^(?:MSI \([cs]\) \([^()\r\n]{1,20}\) \[[^\]\r\n]{1,30}\]: \S{1,30}\s?[:\uFF1A] ?[^\r\n]{1,300}? -- |DEBUG: \w{1,20} (?=2\d{3}:))(?<said>[^\r\n]{1,500})' | Select-Object -Last 1) {
                $words = $said.Groups['said'].Value
                $words = if ($words -match '(?<!\d)(2[1-9]\d\d)[.:\u3002]\s{0,2}[^:\uFF1A]{1,80}[:\uFF1A]\s?(.+[,.].*)$') { "MSI error $($Matches[1]): $(Format-Name $Matches[2].Trim(' ,') 200)" } else { "the installer says $(Format-Name $words 200)" }
                @{ Rank = 1; Text = $words; At = $from + $said.Groups['said'].Index }
            }
        }
        foreach ($action in @($actions | Where-Object { -not $_.Groups['ignored'].Success } | Select-Object -First 1)) {
            @{ Rank = 2; Text = "custom action $($action.Groups['name'].Value) returned $($action.Groups['code'].Value)"; At = $action.Index }
        }
        if ($null -ne $code -and $code -ne 1603) { @{ Rank = 2; Text = "the engine returned $(Get-InstallerText $code)"; At = $engine.Index } }
        if ($null -ne $failed) { @{ Rank = 3; Text = "action $($failed.Groups['name'].Value.TrimEnd('.')) failed"; At = $failed.Groups['name'].Index } }
        # Burn, always English: '[pid:thread][time]i319: Applied execute package: X, result: 0x80070643, ...'; error lines e000 where it did not get so far
        $bundle = @(Find-LogMatch $text '^\[[0-9A-Fa-f:]{3,17}\]\[[^\]\r\n]{1,40}\](?:i319: Applied execute package: (?<name>[^,\r\n]{1,256}), result: |e\d{1,5}: Error )(?<code>0x[1-9A-Fa-f][0-9A-Fa-f]{0,7})\b' 500)
        $packages = @($bundle | Where-Object { $_.Groups['name'].Success } | Select-Object -First 5)
        foreach ($match in @(if ($packages.Count -gt 0) { $packages } else { $bundle | Select-Object -First 1 })) {
            $what = if ($packages.Count -gt 0) { "package $(Format-Name $match.Groups['name'].Value) of the bundle" } else { 'the bundle' }
            @{ Rank = 4; Text = "$what failed with $(Get-InstallerText (ConvertFrom-InstallerCode ([Convert]::ToInt32($match.Groups['code'].Value, 16))))"; At = $match.Index }
        }
    )
    foreach ($one in $found) {
        $place = if ($one.Rank -eq 4) { 'bundle log' } else { 'MSI log' }
        if ($content.Whole) { $place += " line $(@($text.Substring(0, $one.At).Split("`n")).Count)" }
        [pscustomobject]@{ Rank = $one.Rank; Text = ConvertTo-Line $one.Text; Place = " ($place)"; Service = $one['Service']; Account = $one['Account'] }
    }
}
