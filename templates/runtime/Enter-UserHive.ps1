# Makes a person's registry readable: sets .Hive (its name below HKEY_USERS), loading it where nobody is signed in; false when that cannot be (one blocked item).
# A hive that an earlier run left loaded under our name is used again.
function Enter-UserHive {
    param([Parameter(Mandatory, Position = 0)] [pscustomobject] $Element)
    if ((Get-Barrier) -ne '') { return $false }
    $name = [string]$Element.Sid
    try {
        if (-not (Test-RegistryPath -Hive 'HKU' -Path $name)) {
            $name = 'Remedyc_' + $name
            if (-not (Test-RegistryPath -Hive 'HKU' -Path $name)) { Invoke-HiveLoad -Name $name -File ($Element.Folder + '\NTUSER.DAT') }
        }
    }
    catch {
        $item = @{ Id = $script:Remedy.Step; Kind = 'guard'; Label = 'user ' + $Element.Name; On = @(); Reads = @(); Provides = @() }
        Write-Record -Item $item -Outcome 'blocked' -Why ('the registry of user {0} cannot be loaded: {1}' -f $Element.Name, (Get-FailureText -Failure $_))
        return $false
    }
    $Element.PSObject.Members.Remove('Hive')
    $Element.PSObject.Members.Add([Management.Automation.PSNoteProperty]::new('Hive', $name))
    $true
}
