# Gives the values of Schannel that differ from what is wished for one protocol: Path, Name and the Data wanted.
function Find-TlsDeviation([string] $Version, [string] $Client = '', [string] $Server = '') {
    foreach ($role in @{ Name = 'Client'; Wish = $Client }, @{ Name = 'Server'; Wish = $Server }) {
        if ($role.Wish -eq '') { continue }
        $is = Get-TlsSetting -Version $Version -Role $role.Name
        $on = [int]($role.Wish -eq 'on')
        if ($is.IsOn -ne $on) { [pscustomobject]@{ Path = $is.Path; Name = 'Enabled'; Data = $on } }
        if ($is.ByDefault -ne 1 - $on) { [pscustomobject]@{ Path = $is.Path; Name = 'DisabledByDefault'; Data = 1 - $on } }
    }
}
