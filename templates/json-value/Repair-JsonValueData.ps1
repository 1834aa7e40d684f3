# Gives a JSON file a text, number, boolean or list.
function Repair-JsonValueData(
    [string] $Path,
    [string] $Pointer,
    [object] $Data
    #remedyc:only JsonValue.CreateFile
    , [bool] $CreateFile
    #remedyc:end
) {
    $more = @{}
    #remedyc:only JsonValue.CreateFile
    $more.CreateFile = $CreateFile
    #remedyc:end
    Repair-JsonValueJson $Path $Pointer (ConvertTo-JsonText $Data) @more
}
