function Add-Spoiled {
    <#
    .SYNOPSIS
        Notes that an item failed or is blocked: what names its resource, or one that it provides, waits for it.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([Parameter(Mandatory)] [hashtable] $Item)
    foreach ($identity in @($Item.On) + @($Item.Provides)) {
        if (-not $script:Remedy.Spoiled.ContainsKey($identity)) { $script:Remedy.Spoiled[$identity] = $Item.Id }
    }
}
