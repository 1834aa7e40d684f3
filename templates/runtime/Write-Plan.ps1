# Notes an item that would be fixed: from here on the walk is a forecast.
function Write-Plan {
    param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Why)
    Write-Record -Item $Item -Outcome 'deviates' -Why $Why
    $script:Remedy.Planned.Add($Item.Id)
    Add-Pending -Item $Item -Cause $Item.Id
}
