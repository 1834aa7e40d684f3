# Text and Service of a Windows Installer error by number and rest of its line.
## Nothing where the number is unknown or the line lacks the service's name.
## Service 'Name (x64)' (name) ...: what stands in the last balanced parentheses, those behind a quotation mark first; or a record's fields '2: Name (x64) 3: name'. Any words, any width.
## A system error is the number at the end of the line. Exit codes below 1612 mean something else in a log.
function Get-ErrorMeaning([int] $Number, [string] $Rest) {
    $rules = Get-InstallerRule
    $text = if ($rules.Log.ContainsKey($Number)) { $rules.Log[$Number] } elseif ($Number -ge 1612) { $rules.Exit[$Number] }
    if (-not $text) { return }
    $service = ''
    if ($text.Contains('{0}')) {
        $inside = '[(\uFF08]\s?((?>[^()\uFF08\uFF09]|(?<open>[(\uFF08])|(?<-open>[)\uFF09])){1,300}(?(open)(?!)))[)\uFF09]'
        foreach ($pattern in '^2: .{0,300}? 3: ([^:]{1,256}?)(?= 4: |\s{0,8}$)', "['""\u00BB\u2019\u201C\u201D\u300D\u300F]\s{0,2}$inside", $inside) {
            $names = @([regex]::Matches($Rest, $pattern))
            if ($names.Count -gt 0) { break }
        }
        if ($names.Count -eq 0) { return }
        $service = $names[-1].Groups[1].Value.Trim()
        $text = $text -f (Format-Name $service)
        $Rest = $Rest.Substring($names[-1].Index + $names[-1].Length)
    }
    if (($service -ne '' -or $Number -eq 1714) -and $Rest -match '(?<![\d.,])(-?\d{1,9}|-\d{10})[^\w\r\n]{0,4}$') {
        $text += ': ' + $(if ($service -ne '') { "error $($Matches[1])" } else { Get-InstallerText $Matches[1] })
    }
    [pscustomobject]@{ Text = "MSI error $Number, $text"; Service = $service }
}
