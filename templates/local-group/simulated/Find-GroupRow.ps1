# Gives the SID of a group of the simulated machine by its name without a domain, nothing where it has none.
function Find-GroupRow {
    param([string] $Name)
    $machine = $global:Windows
    foreach ($account in $machine.accounts.PSBase.Keys) {
        if ($account.EndsWith("\$Name", [System.StringComparison]::OrdinalIgnoreCase) -and $machine.groups.Contains($machine.accounts[$account])) { return [string]$machine.accounts[$account] }
    }
}
