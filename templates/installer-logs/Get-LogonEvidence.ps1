# Why a service did not start: an event, or its account lacks the right; else ''.
## Why a service did not start where it was seen: an event since then, or its virtual account lacks the right to log on; else ''.
## The account is that of the log, else of the service that is still there: Windows Installer removes what it could not start. Accounts of other kinds get the right from elsewhere.
function Get-LogonEvidence([pscustomobject] $Cause, [datetime] $Since) {
    $seen = Get-ServiceFailure $Cause.Service $Since
    if ($seen) { return $seen }
    try {
        $account = $Cause.Account
        if ($null -eq $account) { foreach ($service in Get-ServiceConfiguration $Cause.Service) { $account = $service.Account } }
        if ($account -notmatch '^NT SERVICE\\(.+)$') { return '' }
        if (-not (Test-UserRightHeld (ConvertTo-ServiceSid $Matches[1]) @(Get-UserRightHolder 'SeServiceLogonRight'))) { return '; the service may not log on as a service (SeServiceLogonRight lacks S-1-5-80-0)' }
    }
    catch { Write-Note "the right could not be read: $(Get-FailureText $_)" }
    ''
}
