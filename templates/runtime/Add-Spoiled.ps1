# Notes that an item did not come out well: what names a resource that it provides waits for it, and unless nothing was tried, what names its own resource too.
function Add-Spoiled {
    param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [string] $Outcome)
    $identities = @($Item.Provides)
    if ($Outcome -ne 'blocked') { $identities += @($Item.On) }
    foreach ($identity in $identities) {
        if (-not $script:Remedy.Spoiled.ContainsKey($identity)) { $script:Remedy.Spoiled[$identity] = $Item.Id }
    }
}
