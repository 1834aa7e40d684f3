# Gives a JSON file a value.
function Repair-JsonValueJson(
    [string] $Path,
    [string] $Pointer,
    [string] $Json
    #remedyc:only JsonValue.CreateFile
    , [bool] $CreateFile
    #remedyc:end
) {
    $file = Read-TextFile $Path "$Pointer$Json"
    #remedyc:only JsonValue.CreateFile
    if ($null -eq $file -and $CreateFile) {
        $file = Initialize-TextFile $Path
        $file.Text = "{}`r`n"
    }
    #remedyc:end
    Write-TextFile $Path $file (Edit-JsonValue $file.Text $Pointer $Json)
}
