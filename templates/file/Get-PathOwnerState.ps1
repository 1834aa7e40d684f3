# Gives the SID of the owner of a file or folder, '' where there is none. At: path.
function Get-PathOwnerState([string[]] $At) {
    try { $security = Get-PathSecurity $At[0] } catch { throw "the owner of $(ConvertTo-Line $At[0]): $($_.Exception.GetBaseException().Message)" }
    if ($null -eq $security) { '' } else { $security.Owner }
}
