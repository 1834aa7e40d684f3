# Gives what differs in the environment of a program that we start: its temporary folder is ours, and secrets that came as variables are taken out.
function Get-ChildEnvironment {
    param([Parameter(Mandatory)] [string] $Temporary)
    $environment = @{ TEMP = $Temporary; TMP = $Temporary }
    if ($script:Remedy.ContainsKey('Secrets')) { foreach ($name in $script:Remedy.Secrets) { $environment[$name] = $null } }
    $environment
}
