# The properties of a class of Microsoft Defender Antivirus by their names.
# None where it does not run, nothing where Windows does not have it.
## Not there: namespace 0x8004100E, class 0x80041010 ("WMI Error Constants"). Its service does not run: 0x800106BA ("Command line arguments for Microsoft Defender Antivirus").
function Get-DefenderInstance([string] $Class) {
    #remedyc:every-host
    $properties = @{}
    try {
        foreach ($one in Get-CimInstance -Namespace 'root\Microsoft\Windows\Defender' -ClassName $Class -OperationTimeoutSec 30) {
            foreach ($property in $one.CimInstanceProperties) { $properties[$property.Name] = $property.Value }
        }
    }
    catch {
        if ($_.FullyQualifiedErrorId -match '^HRESULT 0x80041(00e|010)') { return }
        if ($_.FullyQualifiedErrorId -notmatch '^HRESULT 0x800106ba') { throw "$Class of Microsoft Defender Antivirus: $($_.Exception.Message)" }
    }
    $properties
}
