# Notes for -Rollback which keys of a path will be created.
function Save-RegistryKey([string] $Hive, [string] $Path, [int] $View = 64) {
    $part = $Hive
    foreach ($name in $Path.Split([char]'\')) {
        $part += "\$name"
        if (-not (Test-RegistryPath $Hive $part.Substring($Hive.Length + 1) $View)) { Add-Journal 'RegistryKey' $part, '', "view$View" '' 'there' }
    }
}
