# A value of a JSON file that is a text, a whole number, a boolean or a list of texts; nothing where it is missing or null.
function Read-JsonValueData([string] $Path, [string] $Pointer) {
    $json = Read-JsonMember $Path $Pointer
    if ($null -eq $json -or $json -eq 'null') { return }
    if ($json -eq 'true' -or $json -eq 'false') { return $json -eq 'true' }
    if ($json -match '^-?[0-9]{1,15}\z') { return [long]$json }
    $value = Read-JsonTree $json
    if ($value.Kind -eq '"') { return ConvertFrom-JsonString $json }
    if ($value.Kind -ne '[' -or @($value.Members | Where-Object { $_.Value.Kind -ne '"' }).Count -gt 0) { throw "$(ConvertTo-Line $Pointer) in $(ConvertTo-Line $Path) is $(ConvertTo-Line $json 100), which is no text, whole number, boolean or list of texts" }
    , @(foreach ($one in $value.Members) { ConvertFrom-JsonString $json.Substring($one.Value.Start, $one.Value.End - $one.Value.Start) })
}
