# Registry data that is taken for a version: the text of one. $null where it is absent, an error for anything else.
function ConvertTo-RegistryVersion([object] $Data) {
    if ($null -eq $Data -or $Data -is [version]) { return $Data }
    $version = if ($Data -is [string]) { ConvertTo-PackageVersion $Data }
    if ($null -eq $version) { throw "registry data $(ConvertTo-Line (ConvertTo-Text $Data) 120) is no version" }
    $version
}
