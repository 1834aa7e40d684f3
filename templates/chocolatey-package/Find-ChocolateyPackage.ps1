# The version of a package that is installed, as Chocolatey tells it; nothing where it is not.
## --limit-output is for output that is read by machines ("Scripting / Integration", docs.chocolatey.org/en-us/choco/commands): 'id|version' (NugetService.cs of chocolatey/choco).
function Find-ChocolateyPackage([string] $Id) {
    $arguments = Get-ChocolateyArgument 'list' $Id '--exact'
    $path = Find-Chocolatey
    $run = Read-PackageManager "choco list $Id" $path $arguments @{ ChocolateyInstall = Get-PathPart $path -Parent }
    # 2: no results
    if ($run.ExitCode -notin 0, 2) { throw "choco list ${Id}: $(Get-ChocolateyFailure $run.ExitCode)" }
    foreach ($line in $run.Lines) { if ($line -match "^$([regex]::Escape($Id))\|([^|\s]+)") { return $Matches[1] } }
}
