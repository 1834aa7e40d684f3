# What a known event of the service control manager means, with its own texts and its error.
## The rows are those of src/diagnosis/rules, written by npm run generate: remedyc diagnose reads the same.
## Nothing for any other.
## 7041 and 7038 are refused logons. {0} and {1} are the event's own texts; '%%1069' among them is the error. A classic event's only text is its whole message.
function Format-EventText([pscustomobject] $Record) {
    $text = @{
        7000 = 'service {0} did not start'; 7001 = 'service {0} did not start, since service {1}, which it needs, did not'; 7009 = 'service {1} did not answer its start request in time'
        7011 = 'service {1} did not answer in time'; 7023 = 'service {0} ended with an error'; 7024 = 'service {0} ended with an error of its own'; 7031 = 'service {0} ended unexpectedly'
        7034 = 'service {0} ended unexpectedly'; 7038 = 'service {0} could not log on as {1}: its password or managed account was refused'
        7041 = 'service {0} may not log on as a service (account {1})'
    }[$Record.Id]
    if ($Record.Source -ne 'Service Control Manager' -or -not $text) { return }
    $values = @($Record.Values)
    $text = "event $($Record.Id): $text"
    if ($values.Count -eq 1 -and "$($values[0])".Contains(' ')) { return ($text -f '(see text)', '(see text)') + "; $(Format-Name $values[0] 200)" }
    $failure = @(foreach ($value in $values) { if ($value -match '^%%(-?\d{1,10})$') { [long]$Matches[1] } })
    $text = $text -f (@(foreach ($value in $values) { Format-Name $value }) + '?', '?')
    if ($failure.Count -gt 0) { $text += ': error ' + $(if ($failure[0] -lt 0 -or $failure[0] -gt 2147483647) { '0x{0:X8}' -f ($failure[0] -band 0xFFFFFFFFL) } else { $failure[0] }) }
    $text
}
