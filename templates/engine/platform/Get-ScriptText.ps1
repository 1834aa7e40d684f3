# The text of the script that runs, as PowerShell has read it.
## ExternalScriptInfo.ScriptContents (learn.microsoft.com/dotnet/api/system.management.automation.externalscriptinfo.scriptcontents): what its script block is made of; read once.
function Get-ScriptText([object] $Cmdlet) {
    #remedyc:every-host
    $command = $Cmdlet.MyInvocation.MyCommand
    if ($command -isnot [Management.Automation.ExternalScriptInfo]) { throw 'this script must be run as a file (-File)' }
    $command.ScriptContents
}
