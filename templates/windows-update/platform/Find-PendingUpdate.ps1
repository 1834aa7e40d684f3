# What the last search of Windows Update has left in its data store: Code (HRESULT of the look-up, 0 where it worked), Result (OperationResultCode), Updates (Title, Published in UTC, IsSecurity) that are not installed.
## Microsoft Learn, "IUpdateSearcher::Search", "IUpdateSearcher::get_Online", "OperationResultCode", "IUpdate::get_LastDeploymentChangeTime" (a DATE in UTC without a time zone of its own) below learn.microsoft.com/windows/win32/api/wuapi/,
## the id of the classification: "WSUS Classification GUIDs" (learn.microsoft.com/previous-versions/windows/desktop/ff357803(v=vs.85)). Search has no time limit, so that it runs where it can be ended.
function Find-PendingUpdate {
    $answer = @(Invoke-PowerShellJob 300 {
            $PID
            try {
                $ErrorActionPreference = 'Stop'
                $searcher = (New-Object -ComObject 'Microsoft.Update.Session').CreateUpdateSearcher()
                $searcher.Online = $false
                $found = $searcher.Search('IsInstalled=0 and IsHidden=0 and BrowseOnly=0')
                foreach ($one in $found.Updates) {
                    $kinds = @(foreach ($kind in $one.Categories) { $kind.CategoryID })
                    [pscustomobject]@{ Title = [string]$one.Title; Published = [datetime]::SpecifyKind($one.LastDeploymentChangeTime, 'Utc'); IsSecurity = $kinds -contains '0fa1201d-4330-4fa8-8ae9-b877473b6441' }
                }
                [pscustomobject]@{ Code = 0; Result = [int]$found.ResultCode }
            }
            catch { [pscustomobject]@{ Code = $_.Exception.GetBaseException().HResult; Result = 0 } }
        })
    # how it went comes last
    [pscustomobject]@{ Code = $answer[-1].Code; Result = $answer[-1].Result; Updates = @($answer | Select-Object -SkipLast 1) }
}
