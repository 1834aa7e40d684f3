# Whether winget lists (or search finds) a package, and the versions of it.
## Found is told by the exit code alone: 0, or 0x8A150014 (APPINSTALLER_CLI_ERROR_NO_APPLICATIONS_FOUND). No command tells the version by an exit code; 'export' writes it as JSON, but downloads the manifest
## of every package that is installed, so that one that is missing in the network spoils them all (ImportExportFlow.cpp), and knows no scope. So it is taken from the table: what stands behind the exact id, which
## stands behind the name; '< 1.0' and '> 1.0' are what winget writes where it knows a bound alone. Headers are words of the language, and a column that is too wide is cut (TableOutput.h): then no row has the id.
## Where to write its log winget is told by TEMP (Runtime.cpp), and a detection makes no folder of ours.
function Read-WingetRow([string] $Command, [string] $Id, [string] $Scope, [string] $Source) {
    $arguments = Get-WingetArgument $Command $Id $Scope $Source
    $run = Read-PackageManager "winget $Command $Id" (Find-Winget) $arguments
    # 0: found, 0x8A150014: not found
    if ($run.ExitCode -notin 0, 0x8A150014) { throw "winget $Command ${Id}: $(Get-WingetFailure $run.ExitCode)" }
    # the version stands behind the id
    $row = "^(.*\s)?$([regex]::Escape($Id))\s+([<>]?\s?\S+)"
    [pscustomobject]@{
        Found    = $run.ExitCode -eq 0
        Versions = @(foreach ($line in $run.Lines) { if ($line -cmatch $row) { $Matches[2] } })
    }
}
