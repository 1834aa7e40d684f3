# Notes for -Rollback which keys of a path will be created.
function Save-RegistryKey([string] $Hive, [string] $Path, [int] $View = 64) {
    $part = ''
    foreach ($name in $Path.Split([char]'\')) {
        $part = "$part\$name".TrimStart('\')
        if ($null -eq (Test-RegistryAccess $Hive $part $View)) { Add-Journal 'RegistryKey' "$Hive\$part", '', "view$View" '' 'there' }
    }
}
