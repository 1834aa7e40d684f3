# Runs the actions of a check. The mark comes first: actions that end the run must not be repeated for ever.
function Use-Action {
    param([Parameter(Mandatory)] [hashtable] $RemedyItem, [Parameter(Mandatory)] [scriptblock] $RemedyActions)
    Save-Mark -Name ('Check ' + $RemedyItem.Id) -Value ((Get-ClockText) + ' ran')
    $script:Remedy['Acting'] = $true
    try { & $RemedyActions } finally { $script:Remedy['Acting'] = $false }
}
