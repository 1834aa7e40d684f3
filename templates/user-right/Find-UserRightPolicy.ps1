# The domain's or Intune's policy that owns a user right; Holders are SIDs.
## The policy of the domain or of Intune that owns a user right: Name ($null for none), Owner (in words), Holders (SIDs).
## Asked only when the right is not as wanted, since CIM is slow. What cannot be read is unknown: then a repair may try. Setting: the right's name in Intune's policies.
function Find-UserRightPolicy([string] $Right, [string] $Setting) {
    $name, $owner, $accounts = $null, '', @()
    try {
        # the local policy is the list itself: what is granted here is in it, and nothing takes it back
        $policy = @(Get-RsopUserRight $Right | Where-Object { $_.GpoId -ne 'LocalGPO' })
        if ($policy) {
            $name = ConvertTo-Line $policy[0].GpoId
            $accounts = $policy[0].Accounts
            foreach ($friendly in Get-RsopGpoName $policy[0].GpoId) { $name = ConvertTo-Line $friendly }
        }
    }
    catch { Write-Note "the resulting set of policy could not be asked about ${Right}: $(Get-FailureText $_)" }
    if ($null -ne $name) { $owner = "the domain GPO '$name'" }
    elseif ($Setting) {
        ## A value a policy, named like it: seen on machines, documented nowhere. 0xF000 parts the accounts (Microsoft Learn, Policy CSP - UserRights).
        try {
            $list = Read-SystemValue 'SOFTWARE\Microsoft\PolicyManager\current\device\UserRights' $Setting
            if ($list -is [string]) {
                $name = "UserRights/$Setting"
                $owner = "Intune's policy $name"
                $accounts = $list.Split([char]0xF000) -ne ''
            }
        }
        catch { Write-Note "Intune's policies could not be read: $(Get-FailureText $_)" }
    }
    $holders = foreach ($entry in $accounts) {
        $text = $entry.Trim().TrimStart('*')
        if ($text -match '^S-1-[0-9-]+$') { $text } else { try { Resolve-Account $text } catch { Write-Note "the policy names $text, which is no account here" } }
    }
    [pscustomobject]@{ Name = $name; Owner = $owner; Holders = @($holders) }
}
