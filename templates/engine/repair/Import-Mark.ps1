# Reads the marks of earlier runs. Those of tries count only for the same version and parameters, and not with -Force: others are forgotten.
function Import-Mark {
    $script:Remedy.Marks = Find-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name
    $script:Remedy.Session = Find-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Session
    $bound = $script:Remedy.Bound
    if ($script:Remedy.Marks['Fingerprint'] -ceq (Get-Fingerprint) -and -not ($bound.ContainsKey('Force') -and $bound['Force'])) { return }
    foreach ($name in @($script:Remedy.Marks.Keys)) {
        if ($name -like 'Asked *' -or $name -in 'Fingerprint', 'LastRun') { continue }
        if ($script:Remedy.Preview) { $null = $script:Remedy.Marks.Remove($name) } else { Clear-SavedMark -Name $name }
    }
}
