# Reads the marks. Those of tries count only for the same version and parameters, and not with -Force; gives the names of those that count no more.
function Import-Mark {
    [CmdletBinding()]
    param([switch] $Force)
    $hive = Get-MarkHive
    foreach ($table in 'Marks', 'Session') {
        $marks = Find-Mark -Hive $hive -Remedy $script:Remedy.Name -Session:($table -eq 'Session')
        foreach ($name in $marks.Keys) { $script:Remedy[$table][$name] = $marks[$name] }
    }
    #remedyc:only Context.Restarts
    $script:Remedy['Due'] = @(foreach ($name in @($script:Remedy.Session.Keys | Sort-Object)) { if ($name -like 'Due *') { $name.Substring(4) } })
    #remedyc:end
    $same = $script:Remedy.Marks.ContainsKey('Fingerprint') -and $script:Remedy.Marks['Fingerprint'] -ceq (Get-Fingerprint)
    if ($same -and -not $Force) { return }
    foreach ($name in @($script:Remedy.Marks.Keys)) {
        if ($name -notlike 'Asked *' -and $name -notin 'Fingerprint', 'LastRun') {
            $null = $script:Remedy.Marks.Remove($name)
            $name
        }
    }
}
