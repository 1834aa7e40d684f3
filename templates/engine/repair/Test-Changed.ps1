# 'changed': whether an item above was fixed since Windows started, or would be.
## The fact 'changed': true when an item above this one was fixed since Windows started, or with -WhatIf would be.
function Test-Changed([string] $Id) {
    $place = [Array]::IndexOf($Remedy.Items, $Id.Split('[')[0])
    $fixed = @(foreach ($name in $Remedy.Session.Keys) { if ($name -like 'Changed *') { $name.Substring(8) } })
    if ($Remedy.Preview) { foreach ($record in $Remedy.Records) { if ($record.Outcome -eq 'deviates') { $fixed += $record.Id.Split('[')[0] } } }
    foreach ($item in $fixed) {
        $index = [Array]::IndexOf($Remedy.Items, $item)
        if ($index -ge 0 -and $index -lt $place) { return $true }
    }
    $false
}
