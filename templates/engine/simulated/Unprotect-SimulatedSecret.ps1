# Stands in for Unprotect-Secret on the simulated machine.
function Unprotect-SimulatedSecret {
    param([byte[]] $Data)
    Enter-Effect -Name 'Unprotect-Secret'
    # what begins with 0 was protected for somebody else
    if ($Data.Length -eq 0 -or $Data[0] -eq 0) { throw [System.Security.Cryptography.CryptographicException]::new('Key not valid for use in specified state.') }
    , $Data
}
