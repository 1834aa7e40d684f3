# The arguments of a command of Chocolatey about one package, as one line.
## To Chocolatey 'all' is every package, and what ends with .config, .nupkg or .nuspec a file ("Install Command", docs.chocolatey.org/en-us/choco/commands/install).
function Get-ChocolateyArgument([string] $Command, [string] $Id, [string[]] $More = @()) {
    # what begins with a dash would be an option
    if ($Id -notmatch '\A(?!all\z)(?!.*\.(config|nupkg|nuspec)\z)[A-Za-z0-9_]+([-.][A-Za-z0-9_]+)*\z' -or $Id.Length -gt 100) { throw "'$(ConvertTo-Line $Id)' is no id of a package of Chocolatey" }
    ConvertTo-Argument (@($Command, $Id, '--limit-output') + $More)
}
