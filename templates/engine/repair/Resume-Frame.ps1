# Starts what a 'with' stopped, last first; one that does not start is a failed item.
function Resume-Frame([hashtable] $Frame) {
    for ($index = $Frame.Ran.Count - 1; $index -ge 0; $index--) {
        $name = $Frame.Ran[$index]
        try {
            Wait-ServiceStart $name
            Write-Note "service $name started again"
        }
        catch { Add-Record $Remedy.Step "service $name" 'failed' "not started again after the fix: $(Get-FailureText $_)" }
    }
}
