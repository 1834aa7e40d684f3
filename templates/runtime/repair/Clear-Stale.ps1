# Deletes the marks of another version or of other parameters.
function Clear-Stale {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Name)
    foreach ($mark in $Name) { Clear-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Name $mark }
}
