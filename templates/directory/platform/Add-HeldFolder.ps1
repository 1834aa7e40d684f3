# Creates a folder with the rights that it inherits, while a file is open beside it: so nobody makes a junction of the folder above.
## DELETE, not shared, CREATE_NEW, FILE_FLAG_DELETE_ON_CLOSE beside the flags of Open-Entry
function Add-HeldFolder([string] $Path) {
    $held = Open-Entry "$Path.remedyc-new" 0x10000 0 1 0x06200000
    try { $null = [IO.Directory]::CreateDirectory($Path) } finally { $held.Dispose() }
}
