# A restart that an earlier run owes since Windows started - its change counts after one - is said until Windows restarts, and asked for again.
function Write-DueRemark {
    foreach ($id in $script:Remedy.Due) {
        if (-not $script:Remedy.Session.ContainsKey("Due $id")) { continue }
        if (-not $script:Remedy.Preview) { $script:Remedy.RestartNeeded = $true }
        Write-Remark -Id $id -Text "a restart is due: $($script:Remedy.Session["Due $id"])"
    }
}
