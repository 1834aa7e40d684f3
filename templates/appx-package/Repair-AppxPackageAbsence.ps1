# Takes an app from new users, then each of its packages from those who have it.
## One that is refused does not keep the others; of a person's the main package is removed, and the bundle where it is left.
function Repair-AppxPackageAbsence([Parameter(Mandatory)] [string] $Name, [string] $Scope = 'everyone') {
    $of = if ($Scope -match 'S-1-[-0-9]+') { $Matches[0] } elseif ($Scope -like 'HK*') { '' } else { 'everyone' }
    $kinds = if ($of -eq 'everyone') { 'provisioned', 'bundle', 'main' } else { 'main', 'bundle' }
    $trouble = @(foreach ($kind in $kinds) {
            foreach ($one in @(Select-AppxEntry $Name $Scope | Where-Object { $_.Kind -eq $kind })) {
                Add-Journal 'Lost' "app package $($one.FullName) was removed"
                $Remedy.Remove('Apps')
                try { Invoke-AppxRemoval $one.FullName $(if ($kind -eq 'provisioned') { 'new_users' } else { $of }) } catch { Get-AppxFailure $_ }
            }
        })
    if ($trouble.Count -eq 0) { return }
    $left = Test-AppxPackageAbsence $Name $Scope
    if ($left) { throw "${left}: $($trouble[0])" }
}
