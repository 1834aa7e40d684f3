# Starts again the services that a 'with' stopped, last first; one that does not start is a failed item.
function Resume-Frame {
    param([Parameter(Mandatory)] [hashtable] $Frame)
    for ($index = $Frame.Ran.Count - 1; $index -ge 0; $index--) {
        $name = $Frame.Ran[$index]
        try {
            Wait-ServiceStart -Name $name
            Write-Note -Text "service $name started again"
        }
        catch {
            $item = @{ Id = $script:Remedy.Step; Kind = 'guard'; Label = "service $name"; On = @(); Reads = @(); Provides = @() }
            Write-Record -Item $item -Outcome 'failed' -Why ('not started again after the fix: ' + (Get-FailureText -Failure $_))
        }
    }
}
