# That a domain policy sets the members of a group otherwise, or nothing.
## Restricted Groups. Asked only when the group is not as wanted, since CIM is slow. What cannot be read is unknown: then a repair may try.
function Find-GroupPolicyRefusal([string] $Group, [hashtable] $Change) {
    $find = {
        param($account)
        $text = $account.Trim().TrimStart('*')
        try { Resolve-Account $text } catch { Write-Note "a policy names $text, which is no account here" }
    }
    try {
        $sid = Resolve-Account $Group
        foreach ($policy in @(Get-RsopGroup)) {
            if ((& $find $policy.Name) -ne $sid) { continue }
            $holders = @(foreach ($member in $policy.Members) { & $find $member })
            $advice = @(
                foreach ($one in $Change.Lacks) { if ($holders -notcontains $one) { "add $(Format-Account $one)" } }
                #remedyc:only LocalGroup.Excludes LocalGroup.Only
                foreach ($one in $Change.Has) { if ($holders -contains $one) { "take $(Format-Account $one) away" } }
                #remedyc:end
            )
            if ($advice.Count -eq 0) { continue }
            $owner = ConvertTo-Line $policy.GpoId
            foreach ($friendly in Get-RsopGpoName $policy.GpoId) { $owner = ConvertTo-Line $friendly }
            return "its members are set by the domain GPO '$owner'; $($advice -join ' and ') there"
        }
    }
    catch { Write-Note "the resulting set of policy could not be asked about ${Group}: $(Get-FailureText $_)" }
}
