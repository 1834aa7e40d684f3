# The arguments with which winget lists, searches, installs, upgrades or uninstalls a package, as one line.
## "list command", "search command", "install command", "upgrade command", "uninstall command" (learn.microsoft.com/windows/package-manager/winget). search knows no scope. --exact compares upper and lower case.
## Without --accept-source-agreements a source that has some asks a question, and as nobody answers it ends with 0x8A150046: that it is accepted is noted for this account, and cannot be avoided.
function Get-WingetArgument([string] $Command, [string] $Id, [string] $Scope, [string] $Source, [string[]] $More = @()) {
    # what begins with a dash would be an option
    foreach ($name in $Id, $Source) { if ($name -notmatch '\A[A-Za-z0-9][-+._A-Za-z0-9]{0,127}\z') { throw "'$(ConvertTo-Line $name)' is no name of a package or source of winget" } }
    ConvertTo-Argument @(
        $Command, '--id', $Id, '--exact', '--source', $Source, '--accept-source-agreements', '--disable-interactivity'
        if ($Scope -eq 'machine' -and $Command -ne 'search') { '--scope', 'machine' }
        if ($Command -notin 'list', 'search') { '--silent' }
        if ($Command -in 'install', 'upgrade') { '--accept-package-agreements' }
        $More
    )
}
