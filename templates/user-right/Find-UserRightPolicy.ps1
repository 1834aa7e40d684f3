# Tells whether a policy of the domain or of Intune owns a user right: Known (the domain's could be asked), Name (of the winning policy, $null for none), Owner (the
# same in words) and Holders (SIDs of its list). Asked only when the right is not as wanted, since CIM is slow. What cannot be read is unknown: then a repair may try.
function Find-UserRightPolicy {
    param([Parameter(Mandatory)] [string] $Right)
    $answer = [pscustomobject]@{ Known = $false; Name = $null; Owner = ''; Holders = @() }
    $accounts = @()
    try {
        # the local policy is the list itself: what is granted here is in it, and nothing takes it back
        $policy = @(Get-RsopUserRight -Right $Right | Where-Object { $_.GpoId -ne 'LocalGPO' })
        $answer.Known = $true
        if ($policy.Count -gt 0) {
            $answer.Name = ConvertTo-Line $policy[0].GpoId
            $accounts = @($policy[0].Accounts)
            $name = @(Get-RsopGpoName -GpoId $policy[0].GpoId)
            if ($name.Count -gt 0) { $answer.Name = ConvertTo-Line $name[0] }
        }
    }
    catch { Write-Note -Text "the resulting set of policy could not be asked about ${Right}: $(Get-FailureText -Failure $_)" }
    if ($null -ne $answer.Name) { $answer.Owner = "the domain GPO '$($answer.Name)'" }
    else {
        $setting = Get-UserRightSetting -Right $Right
        $value = $null
        # a value a policy, named like it: seen on machines, documented nowhere
        try { if ($setting) { $value = Get-RegistryValue -Hive 'HKLM' -Path 'SOFTWARE\Microsoft\PolicyManager\current\device\UserRights' -Name $setting } }
        catch { Write-Note -Text "Intune's policies could not be read: $(Get-FailureText -Failure $_)" }
        if ($null -eq $value -or $value.Data -isnot [string]) { return $answer }
        $answer.Name = "UserRights/$setting"
        $answer.Owner = "Intune's policy $($answer.Name)"
        # 0xF000 parts the accounts (Microsoft Learn, Policy CSP - UserRights)
        $accounts = @($value.Data.Split([char[]]@([char]0xF000), [StringSplitOptions]::RemoveEmptyEntries))
    }
    $answer.Holders = @(foreach ($entry in $accounts) {
            $text = $entry.Trim().TrimStart('*')
            if ($text -match '^S-1-[0-9-]+$') { $text } else { try { Resolve-Account $text } catch { Write-Note -Text "the policy names $text, which is no account here" } }
        })
    $answer
}
