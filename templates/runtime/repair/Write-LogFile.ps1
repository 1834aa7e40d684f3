# Appends a line to a log. A log that cannot be written does not stop a repair: the summary line says so.
function Write-LogFile {
    param([Parameter(Mandatory)] [string] $Ending, [Parameter(Mandatory)] [string] $Line)
    if (-not $script:Remedy.ContainsKey('Log') -or $script:Remedy.Log -eq '') { return }
    try { Add-LogText -Path ($script:Remedy.Log + $Ending) -Text ($Line + "`r`n") }
    catch {
        $script:Remedy.Log = ''
        $script:Remedy.Remarks.Add('warning: no log, ' + (Get-FailureText -Failure $_))
    }
}
