# Says that a service may not log on as a service where there is evidence: event 7041 since a time, or neither it nor all services hold the right; else ''.
## The service may be gone: Windows Installer removes it again. Its virtual account's SID comes from its name. A service under another account has that as evidence only in the event.
function Get-LogonEvidence([string] $Name, [datetime] $Since) {
    $text = '; the service may not log on as a service'
    try {
        foreach ($record in @(Find-EventRecord -Log 'System' -Source 'Service Control Manager' -Since $Since -Id 7041)) {
            if (Test-EventName -Record $record -Name $Name) { return $text }
        }
    }
    catch { Write-Note -Text "the System log could not be read: $(Get-FailureText -Failure $_)" }
    try {
        $configuration = Get-ServiceConfiguration -Name $Name
        if ($null -ne $configuration -and -not ([string]$configuration.Account).StartsWith('NT SERVICE\', [StringComparison]::OrdinalIgnoreCase)) { return '' }
        $holders = @(Get-UserRightHolder -Right 'SeServiceLogonRight')
        if (-not (Test-UserRightHeld -Sid (ConvertTo-ServiceSid -Name $Name) -Holders $holders)) { return "$text (SeServiceLogonRight lacks S-1-5-80-0)" }
    }
    catch { Write-Note -Text "the right could not be read: $(Get-FailureText -Failure $_)" }
    ''
}
