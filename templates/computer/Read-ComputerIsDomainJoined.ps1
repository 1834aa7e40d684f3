# Whether this computer is in a domain.
function Read-ComputerIsDomainJoined { (Get-ComputerMembership).PartOfDomain }
