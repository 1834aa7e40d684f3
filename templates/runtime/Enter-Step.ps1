# Begins a step.
function Enter-Step {
    param(
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [string] $Title
    )
    $script:Remedy.Step = $Name
    $script:Remedy.StepStart = $script:Remedy.Records.Count
    $script:Remedy.Barriers.Clear()
    $script:Remedy.ItemStarted = Get-Tick
    Write-Note -Text "step $Name`: $Title"
}
