# Why a value of a JSON file cannot be written, or nothing.
function Find-JsonValueBlocker(
    [string] $Path,
    [string] $Pointer,
    [string] $Json
    #remedyc:only JsonValue.CreateFile
    , [bool] $CreateFile
    #remedyc:end
) {
    $file = Read-TextFile $Path "$Pointer$Json"
    if ($null -ne $file) {
        $found = Find-JsonMember $file.Text $Pointer
        $kind = $found.Holder.Kind
        if ($null -eq $found.Member -and $kind -ne '{') { return "what should have the member '$(ConvertTo-Line $found.Missing[0])' is $(if ($kind -eq '[') { 'an array, which gets no more elements' } else { 'no object' })" }
    }
    #remedyc:only JsonValue.CreateFile
    elseif ($CreateFile) { return Find-PathBlocker $Path 'Write' }
    #remedyc:end
    Find-TextFileBlocker $Path
}
