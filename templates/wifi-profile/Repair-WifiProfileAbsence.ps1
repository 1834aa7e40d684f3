# Deletes a Wi-Fi profile that all users have, from each adapter.
function Repair-WifiProfileAbsence([Parameter(Mandatory)] [string] $Name) {
    foreach ($one in @(Find-WifiProfile $Name)) {
        Add-Journal 'Lost' "Wi-Fi profile $(Format-Name $Name) was deleted"
        try { Clear-WlanProfile $one.Interface $one.Name }
        catch { throw "Wi-Fi profile $(Format-Name $Name) could not be deleted: $(Get-FailureText $_)" }
    }
}
