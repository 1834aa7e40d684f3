# Gives a key of an ini file a value.
function Repair-IniValueValue(
    [string] $Path,
    [string] $Section,
    [string] $Key,
    [string] $Value
    #remedyc:only IniValue.CreateFile
    , [bool] $CreateFile
    #remedyc:end
) {
    $file = Read-TextFile $Path "$Section$Key$Value"
    #remedyc:only IniValue.CreateFile
    if ($null -eq $file -and $CreateFile) { $file = Initialize-TextFile $Path }
    #remedyc:end
    Write-TextFile $Path $file (Edit-IniValue $file.Text $Section $Key $Value)
}
