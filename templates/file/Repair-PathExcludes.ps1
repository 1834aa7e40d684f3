# Takes the entries of a file or folder itself away that allow accounts something; what is inherited, and entries of others, stay.
function Repair-PathExcludes([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string[]] $Accounts) {
    foreach ($sid in $Accounts) {
        $was = Get-PathAccessState $Path, $sid
        if ($was -eq '') { continue }
        Add-Journal 'PathAccess' $Path, $sid $was
        Write-PathAccess $Path $sid ''
    }
}
