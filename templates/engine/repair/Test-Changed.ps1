# The fact 'changed': true when an item above this one was fixed since Windows started, or with -WhatIf would be.
function Test-Changed([string] $Id) {
    $place = [Array]::IndexOf($script:Remedy.Items, (Get-SourceId $Id))
    $fixed = @(foreach ($name in $script:Remedy.Session.Keys) { if ($name -like 'Changed *') { $name.Substring(8) } })
    if ($script:Remedy.Preview) { foreach ($record in $script:Remedy.Records) { if ($record.Outcome -eq 'deviates') { $fixed += Get-SourceId $record.Id } } }
    foreach ($item in $fixed) {
        $index = [Array]::IndexOf($script:Remedy.Items, $item)
        if ($index -ge 0 -and $index -lt $place) { return $true }
    }
    $false
}
