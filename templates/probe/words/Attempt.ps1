# Runs what probes need beforehand, or what takes it away again; gives the error's text, '' when there was none.
function Attempt {
    param([Parameter(Mandatory)] [scriptblock] $AttemptBody)
    try {
        $null = & $AttemptBody
        ''
    }
    catch { [string]$_.Exception.GetBaseException().Message -replace '\s+', ' ' }
}
