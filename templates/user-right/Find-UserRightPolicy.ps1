# The policy of the domain or of Intune that owns a user right: Known, Name, Owner, Holders (SIDs).
## The policy of the domain or of Intune that owns a user right: Known (the domain's could be asked), Name ($null for none), Owner (in words), Holders (SIDs).
## Asked only when the right is not as wanted, since CIM is slow. What cannot be read is unknown: then a repair may try. Setting: the right's name in Intune's policies.
function Find-UserRightPolicy([string] $Right, [string] $Setting) {
    $answer = [pscustomobject]@{ Known = $false; Name = $null; Owner = ''; Holders = @() }
    $accounts = @()
    try {
        # the local policy is the list itself: what is granted here is in it, and nothing takes it back
        $policy = @(Get-RsopUserRight $Right | Where-Object { $_.GpoId -ne 'LocalGPO' })
        $answer.Known = $true
        if ($policy.Count -gt 0) {
            $answer.Name = ConvertTo-Line $policy[0].GpoId
            $accounts = @($policy[0].Accounts)
            foreach ($name in Get-RsopGpoName $policy[0].GpoId) { $answer.Name = ConvertTo-Line $name }
        }
    }
    catch { Write-Note -Text "the resulting set of policy could not be asked about ${Right}: $(Get-FailureText -Failure $_)" }
    if ($null -ne $answer.Name) { $answer.Owner = "the domain GPO '$($answer.Name)'" }
    elseif ($Setting -ne '') {
        ## A value a policy, named like it: seen on machines, documented nowhere. 0xF000 parts the accounts (Microsoft Learn, Policy CSP - UserRights).
        try {
            $list = Read-SystemValue 'SOFTWARE\Microsoft\PolicyManager\current\device\UserRights' $Setting
            if ($list -is [string]) {
                $answer.Name = "UserRights/$Setting"
                $answer.Owner = "Intune's policy $($answer.Name)"
                $accounts = @($list.Split([char]0xF000) -ne '')
            }
        }
        catch { Write-Note -Text "Intune's policies could not be read: $(Get-FailureText -Failure $_)" }
    }
    $answer.Holders = @(foreach ($entry in $accounts) {
            $text = $entry.Trim().TrimStart('*')
            if ($text -match '^S-1-[0-9-]+$') { $text } else { try { Resolve-Account $text } catch { Write-Note -Text "the policy names $text, which is no account here" } }
        })
    $answer
}
