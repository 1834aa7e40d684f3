# Ends the processes of a name.
function Suspend-Process([string] $Name) {
    foreach ($process in @(Find-Process -Name $Name)) {
        if ($null -eq $process.StartTime) { throw "process $Name ($($process.Id)) cannot be ended: Windows does not tell when it began" }
        Add-Journal 'Lost' "process $Name was ended"
        if (Invoke-ProcessEnd $process.Id $process.StartTime) { Write-Note "process $Name ($($process.Id)) ended" }
    }
}
