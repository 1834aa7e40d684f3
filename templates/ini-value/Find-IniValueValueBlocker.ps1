# Why a value of an ini file cannot be written, or nothing.
function Find-IniValueValueBlocker(
    [string] $Path
    #remedyc:only IniValue.CreateFile
    , [bool] $CreateFile
    #remedyc:end
) {
    #remedyc:only IniValue.CreateFile
    if ($CreateFile) { return Find-PathBlocker $Path 'Write' }
    #remedyc:end
    Find-TextFileBlocker $Path
}
