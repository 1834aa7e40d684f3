# The reason where a JSON file does not have this text, number, boolean or list.
function Test-JsonValueData([string] $Path, [string] $Pointer, [object] $Data) {
    Test-JsonValueJson $Path $Pointer (ConvertTo-JsonText $Data)
}
