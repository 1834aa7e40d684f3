# Gives Type, StartType, Delayed, Account, Path and Dependencies of a service from its key in the registry, nothing when it does not exist; throws when it cannot be read.
# StartType: 2 automatic, 3 manual, 4 disabled (0 and 1 are drivers). Dependencies that begin with + are groups.
function Get-ServiceConfiguration([string] $Name) {
    #remedyc:every-host
    # a key below that of a service is no service
    if ($Name.Contains('\')) { return }
    $key = Open-RegistryKey 'HKLM' "SYSTEM\CurrentControlSet\Services\$Name"
    if ($null -eq $key) { return }
    try {
        $value = { param($of) $key.GetValue($of) }
        # what only counts performance or was deleted has a key without these
        if ((& $value 'Type') -isnot [int] -or (& $value 'Start') -isnot [int]) { return }
        [pscustomobject]@{
            Type         = & $value 'Type'
            StartType    = & $value 'Start'
            Delayed      = (& $value 'DelayedAutostart') -eq 1
            Account      = [string](& $value 'ObjectName')
            Path         = [string](& $value 'ImagePath')
            Dependencies = @(foreach ($one in @(& $value 'DependOnService')) { if ($one) { [string]$one } }) + @(foreach ($one in @(& $value 'DependOnGroup')) { if ($one) { "+$one" } })
        }
    }
    finally { $key.Dispose() }
}
