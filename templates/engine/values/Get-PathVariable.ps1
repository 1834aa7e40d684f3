# The value of a variable in a path; throws when this machine does not have it.
## Inside a variable of the machine only folders that Windows itself names are expanded.
function Get-PathVariable([string] $Name) {
    $value = Get-FolderVariable -Name $Name
    if ([string]::IsNullOrEmpty($value)) {
        $value = [regex]::Replace([string](Get-MachineVariable -Name $Name), '%([^%]+)%', [Text.RegularExpressions.MatchEvaluator] {
                param($found)
                $folder = Get-FolderVariable -Name $found.Groups[1].Value
                if ([string]::IsNullOrEmpty($folder)) { throw "the variable %$Name% of this machine refers to $($found.Value), which is no folder of Windows" }
                $folder
            })
    }
    if ([string]::IsNullOrEmpty($value)) { throw "this machine has no variable %$Name%" }
    $value.TrimEnd('\')
}
