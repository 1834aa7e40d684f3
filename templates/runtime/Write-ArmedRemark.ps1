# A restart that is due and that nothing waits for is a remark.
function Write-ArmedRemark {
    if ($null -ne $script:Remedy.Armed) { Write-Remark -Id $script:Remedy.Armed.Id -Text ('a restart is due: ' + $script:Remedy.Armed.Label) }
}
