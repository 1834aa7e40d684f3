# The paths of the scheduled tasks in a folder and the folders below it; none where it is missing.
function Select-ScheduledTask([string] $Below) {
    try { Find-TaskPath $Below }
    catch { throw "scheduled tasks below $(ConvertTo-Line $Below): $($_.Exception.GetBaseException().Message)" }
}
