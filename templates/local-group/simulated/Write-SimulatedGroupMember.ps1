# Stands in for Write-GroupMember on the simulated machine.
function Write-SimulatedGroupMember {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [string] $Sid, [switch] $Away)
    Enter-Effect -Name 'Write-GroupMember' -Text "$Name $Sid$(if ($Away) { ' away' })" -Change
    $machine = $global:Windows
    if (-not $machine.host.elevated) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    $group = Find-GroupRow -Name $Name
    if ($null -eq $group) { throw [System.ComponentModel.Win32Exception]::new(1376, 'The specified local group does not exist') }
    $members = @(@($machine.groups[$group]) | Where-Object { $null -ne $_ -and $_ -ne $Sid })
    if ($Away -and $group -eq 'S-1-5-32-544' -and $Sid -eq (Find-AccountSid -Name '.\Administrator')) { throw [System.ComponentModel.Win32Exception]::new(1371, 'Cannot perform this operation on built-in accounts') }
    if ($Away) { $machine.groups[$group] = [object[]]$members } else { $machine.groups[$group] = [object[]](@($members) + @($Sid)) }
    Add-Story "$Sid is $(if ($Away) { 'taken out of' } else { 'a member of' }) $Name"
}
