# The bytes of memory that are built in; Windows itself sees less of it.
## The bytes of memory that are built in: TotalPhysicalMemory leaves out what firmware and graphics keep, so 4 GB would read as less.
function Read-ComputerMemory {
    $sum = [long]0
    try { foreach ($capacity in @(Get-MemoryModule)) { $sum += $capacity } }
    catch { Write-Note -Text "the memory modules cannot be read: $($_.Exception.GetBaseException().Message)" }
    if ($sum -gt 0) { $sum } else { (Get-ComputerMembership).TotalPhysicalMemory }
}
