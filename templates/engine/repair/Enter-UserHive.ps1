# Makes a person's registry readable; what is said from here on is about that person.
## Sets .Hive (its name below HKEY_USERS), loading it where nobody is signed in; false when that cannot be (a blocked item).
## A hive that an earlier run left loaded under our name is used again.
function Enter-UserHive([pscustomobject] $Element) {
    $name = [string]$Element.Sid
    try {
        if (-not (Test-RegistryPath 'HKU' $name)) {
            $name = 'Remedyc_' + $name
            if (-not (Test-RegistryPath 'HKU' $name)) { Invoke-HiveLoad $name ($Element.Folder + '\NTUSER.DAT') }
        }
    }
    catch {
        Add-Record $Remedy.Step "user $($Element.Name)" 'blocked' "the registry of user $($Element.Name) cannot be loaded: $(Get-FailureText $_)"
        return $false
    }
    $Element.PSObject.Members.Remove('Hive')
    $Element.PSObject.Members.Add([Management.Automation.PSNoteProperty]::new('Hive', $name))
    $Remedy.User = $Element
    $true
}
