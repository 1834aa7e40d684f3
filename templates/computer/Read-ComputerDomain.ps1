# The DNS name of the domain of this computer; $null where it is a member of none.
function Read-ComputerDomain {
    $membership = Get-ComputerMembership
    if ($membership.PartOfDomain) { $membership.Domain }
}
