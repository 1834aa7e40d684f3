# Reads a property of a network interface: exists (at least one), or one of those that Select-NetworkInterface gives; throws when none or several match.
function Read-NetworkInterface([string] $Name, [scriptblock] $Where, [pscustomobject] $Entry, [string] $Property) {
    if ($Property -eq 'exists') { return @(Select-NetworkInterface $(if ($null -ne $Entry) { $Entry.Name } else { $Name }) $Where).Count -gt 0 }
    $interface = if ($null -ne $Entry) { $Entry } else { Find-NetworkInterface $Name $Where }
    if ($null -eq $interface) { throw 'there is no such network interface' }
    $interface.$($Property.Replace('_', ''))
}
