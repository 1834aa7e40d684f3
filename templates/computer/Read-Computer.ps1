# Reads a fact of this computer; those that the script asks for are here.
function Read-Computer {
    param([Parameter(Mandatory)] [string] $Property)

    switch ($Property) {
        #remedyc:only Computer.IsDomainController
        'is_domain_controller' { (Read-Os -Property 'product_type') -eq 'domain_controller' }
        #remedyc:end
        #remedyc:only Computer.IsDomainJoined
        'is_domain_joined' { (Get-ComputerMembership).PartOfDomain }
        #remedyc:end
        #remedyc:only Computer.IsEntraJoined
        # One subkey for each Entra registration of the device itself; workplace registrations of users stand elsewhere
        'is_entra_joined' { @(Get-RegistrySubkey -Hive 'HKLM' -Path 'SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo').Count -gt 0 }
        #remedyc:end
        #remedyc:only Computer.Memory
        'memory' {
            # What is built in: TotalPhysicalMemory leaves out what firmware and graphics keep, so 4 GB would read as less
            $sum = [long]0
            try { foreach ($capacity in @(Get-MemoryModule)) { $sum += $capacity } }
            catch { Write-Note -Text "the memory modules cannot be read: $($_.Exception.GetBaseException().Message)" }
            if ($sum -gt 0) { $sum } else { (Get-ComputerMembership).TotalPhysicalMemory }
        }
        #remedyc:end
        #remedyc:only Computer.Name
        'name' { Read-SystemValue -Path 'SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName' -Name 'ComputerName' -Required }
        #remedyc:end
        default { throw "computer has no property $Property" }
    }
}
