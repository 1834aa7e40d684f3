# A key below HKEY_USERS as it can be reached now; throws where its hive is not loaded.
## A key below HKEY_USERS as it can be reached now: a hive that a run had loaded under our name is under the person's own while they are signed in. Throws where it is not loaded.
function Resolve-LoadedKey([string] $Key) {
    $hive, $name, $rest = $Key.Split([char[]]'\', 3)
    $sid = $name -replace '^Remedyc_', ''
    foreach ($one in $sid, "Remedyc_$sid") { if (Test-RegistryPath $hive $one) { return "$hive\$one\$rest" } }
    #remedyc:only Profile.Default
    if ($sid -eq 'DefaultProfile') {
        Invoke-HiveLoad "Remedyc_$sid" "$((Find-DefaultProfile).Folder)\NTUSER.DAT"
        return "$hive\Remedyc_$sid\$rest"
    }
    #remedyc:end
    throw "the registry of the user $sid is not loaded; try again while this user is signed in"
}
