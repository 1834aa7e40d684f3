# Gives a service its command back.
function Undo-ServiceCommand([string[]] $At, [string] $Was) { Write-ServiceCommand $At[0] $Was }
