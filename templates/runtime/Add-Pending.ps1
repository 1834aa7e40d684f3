# Notes which resources an item would change: what reads them from here on is a forecast.
function Add-Pending {
    param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [string] $Cause)
    foreach ($identity in @($Item.On) + @($Item.Provides)) {
        if (-not $script:Remedy.Pending.ContainsKey($identity)) { $script:Remedy.Pending[$identity] = $Cause }
    }
}
