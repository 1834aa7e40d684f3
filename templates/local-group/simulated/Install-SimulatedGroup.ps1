# Stands in for Install-Group on the simulated machine.
function Install-SimulatedGroup {
    param([string] $Name)
    Enter-Effect -Name 'Install-Group' -Text $Name -Change
    $machine = $global:Windows
    if (-not $machine.host.elevated) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    $sid = Find-AccountSid -Name ".\$Name"
    if ($null -eq $sid) {
        $sid = "$(Find-MachineSid)-$(2000 + $machine.accounts.Count)"
        $machine.accounts["SRV01\$Name"] = $sid
    }
    elseif ($machine.groups.Contains($sid)) { throw [System.ComponentModel.Win32Exception]::new(1379, 'The specified local group already exists') }
    $machine.groups[$sid] = [object[]]@()
    Add-Story "the group $Name is made"
}
