# Unloads a person's registry, where we loaded it.
## One that something still holds open is noted, and goes with the next restart.
function Exit-UserHive([pscustomobject] $Element) {
    $Remedy.User = $null
    if (-not ([string]$Element.Hive).StartsWith('Remedyc_', [StringComparison]::Ordinal)) { return }
    # keys that .NET has not let go of keep a hive loaded
    [GC]::Collect()
    [GC]::WaitForPendingFinalizers()
    try { Invoke-HiveUnload -Name $Element.Hive } catch { Write-Note -Text (Get-FailureText -Failure $_) }
}
