# What differs in a program's environment: temporary folder, no secrets.
## Gives what differs in the environment of a program that we start: its temporary folder is ours, and secrets that came as variables are taken out.
## Our cut-down PSModulePath is ours alone: without one, a PowerShell that a setup starts makes its default.
function Get-ChildEnvironment([string] $Temporary) {
    $environment = @{ TEMP = $Temporary; TMP = $Temporary; PSModulePath = $null }
    if ($Remedy.ContainsKey('Secrets')) { foreach ($name in $Remedy.Secrets) { $environment[$name] = $null } }
    $environment
}
