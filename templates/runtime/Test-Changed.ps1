# The fact 'changed': true when an item above this one was fixed since Windows started; in a forecast, or would be.
function Test-Changed {
    param([Parameter(Mandatory, Position = 0)] [string] $Id)
    $items = @($script:Remedy.Items)
    $place = [Array]::IndexOf($items, (Get-SourceId $Id))
    $fixed = @($script:Remedy.Planned) + @(foreach ($name in $script:Remedy.Session.Keys) { if ($name -like 'Changed *') { $name.Substring(8) } })
    foreach ($item in $fixed) {
        $index = [Array]::IndexOf($items, (Get-SourceId $item))
        if ($index -ge 0 -and $index -lt $place) { return $true }
    }
    $false
}
