# The one place that asks whether a change may be made: true to go on; -WhatIf prints the change, and a person may decline it after -Confirm.
function Confirm-Change {
    param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Why)
    $text = ConvertTo-Line (Add-AccountName ('{0}: {1} ({2})' -f $Item.Id, $Item.Label, $Why)) -Limit 1000
    if ($script:Remedy.Cmdlet.ShouldProcess($text, $text, $script:Remedy.Title)) { return $true }
    if ($script:Remedy.Preview) { Write-Plan -Item $Item -Why $Why }
    else {
        Write-Record -Item $Item -Outcome 'deviates' -Why ('declined: ' + $Why)
        Add-Spoiled -Item $Item -Outcome 'deviates'
    }
    $false
}
