# The name of a group of this computer; nothing where there is none.
## Group: a SID, or '.\name'. A domain controller's groups are its domain's, and the same functions of Windows would read and change them.
function Get-GroupName([string] $Group) {
    if ((Read-SystemValue 'SYSTEM\CurrentControlSet\Control\ProductOptions' 'ProductType') -eq 'LanmanNT') { throw 'a domain controller has no groups of its own' }
    #remedyc:only LocalGroup.Own
    if ($Group -like '.\*') {
        if ($null -ne (Get-GroupDescription $Group.Substring(2))) { $Group.Substring(2) }
        return
    }
    #remedyc:end
    $name = Get-AccountName $Group
    if (-not $name) { return }
    $name = $name.Split('\')[-1]
    #remedyc:only LocalGroup.Own
    if ($Group -notlike 'S-1-5-32-*' -and ((Get-AccountSid ".\$name") -ne $Group -or $null -eq (Get-GroupDescription $name))) { throw "$Group is no group of this computer" }
    #remedyc:end
    $name
}
