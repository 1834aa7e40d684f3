# Reads a property of a person's profile: exists (at least one), name, sid, folder.
## Throws when several match; $null when none does.
function Read-Profile {
    param(
        [scriptblock] $Where, [pscustomobject] $Entry, [string] $Property
        #remedyc:only Profile.Default
        , [bool] $Default
        #remedyc:end
    )
    #remedyc:only Profile.Default
    if ($Default) { $Entry = Select-Profile -Where $Where -Default $true }
    #remedyc:end
    $found = @(if ($null -ne $Entry) { $Entry } else { Select-Profile -Where $Where })
    if ($Property -eq 'exists') { return $found.Count -gt 0 }
    if ($found.Count -eq 0) { return }
    if ($found.Count -gt 1) { throw "matches several: $(@($found | ForEach-Object { ConvertTo-Line $_.Name }) -join ', ')" }
    $found[0].$Property
}
