# When Windows Update last had an answer to a search, and last installed something: Search and Installation (UTC, $null: never).
## Microsoft Learn, "IAutomaticUpdatesResults interface (wuapi.h)". A DATE has no time zone of its own; an empty one stands for never.
function Get-UpdateHistory {
    #remedyc:every-host
    $results = (New-Object -ComObject 'Microsoft.Update.AutoUpdate').Results
    $moment = { if ($_ -is [datetime]) { [datetime]::SpecifyKind($_, 'Utc') } }
    [pscustomobject]@{ Search = $results.LastSearchSuccessDate | ForEach-Object $moment; Installation = $results.LastInstallationSuccessDate | ForEach-Object $moment }
}
