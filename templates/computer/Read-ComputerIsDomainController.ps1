# Whether this is a domain controller.
function Read-ComputerIsDomainController { (Read-OsProductType) -eq 'domain_controller' }
