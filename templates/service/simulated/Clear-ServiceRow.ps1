# Takes a service out of the service control manager, with its key.
function Clear-ServiceRow {
    param([string] $Name)
    $global:Windows.services.Remove($Name)
    Clear-KeyRow -Key "HKLM\SYSTEM\CurrentControlSet\Services\$Name"
    Add-Story "service $Name is gone"
}
