# The reason where a JSON file does not have this value.
function Test-JsonValueJson([string] $Path, [string] $Pointer, [string] $Json) {
    $actual = Read-JsonMember $Path $Pointer $Json
    try { $wanted = Format-JsonValue $Json (Read-JsonTree $Json) } catch { throw "'$(ConvertTo-Line $Json 100)' $($_.Exception.Message)" }
    if (Test-Text $actual $wanted) { return }
    "$(ConvertTo-Line $Pointer) in $(ConvertTo-Line $Path) is $(if ($null -eq $actual) { 'missing' } else { ConvertTo-Line $actual 100 }), it should be $(ConvertTo-Line $wanted 100)"
}
