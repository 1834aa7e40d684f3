# The services that the step is about, as events know them.
function Get-StepService {
    foreach ($name in $Remedy.Services) { Get-ServiceName -Name $name }
}
