# Tells whether a domain policy owns a user right: Known, Name (of the winning policy object, $null for none) and Holders (SIDs of its list).
# Asked only when the right is not as wanted, since CIM is slow. What cannot be read is unknown: then a repair may try. Names that resolve to no SID are left out.
function Find-UserRightPolicy {
    param([Parameter(Mandatory)] [string] $Right)
    $answer = [pscustomobject]@{ Known = $false; Name = $null; Holders = @() }
    try {
        $policy = @(Get-RsopUserRight -Right $Right)
        $answer.Known = $true
        if ($policy.Count -eq 0) { return $answer }
        $answer.Name = ConvertTo-Line $policy[0].GpoId
        $answer.Holders = @(foreach ($entry in @($policy[0].Accounts)) {
                $text = $entry.Trim().TrimStart('*')
                if ($text -match '^S-1-[0-9-]+$') { $text } else { try { Resolve-Account $text } catch { Write-Note -Text "the policy names $text, which is no account here" } }
            })
        $name = @(Get-RsopGpoName -GpoId $policy[0].GpoId)
        if ($name.Count -gt 0) { $answer.Name = ConvertTo-Line $name[0] }
    }
    catch { Write-Note -Text "the resulting set of policy could not be asked about ${Right}: $(Get-FailureText -Failure $_)" }
    $answer
}
