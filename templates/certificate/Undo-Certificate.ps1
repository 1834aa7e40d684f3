# Puts a certificate back into a store, or takes it out again; gives the reason where that cannot be done.
function Undo-Certificate([string[]] $At, [string] $Was) {
    $store = $At[0].Replace('_', '')
    if ($Was) { return Add-StoreCertificate $store ([Convert]::FromBase64String($Was)) }
    if ((Find-Certificate $At[1] $At[0]).HasPrivateKey) { return 'it has got a private key since' }
    Clear-StoreCertificate $store $At[1]
}
