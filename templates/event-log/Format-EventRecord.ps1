# Says what an event means when its source and number are known; nothing for any other.
function Format-EventRecord([pscustomobject] $Record) {
    $number = $Record.Id
    if ($Record.Source -eq 'MsiInstaller' -and $number -gt 11000 -and $number -lt 13000) {
        $rules = Get-InstallerRule
        $code = $number - 10000
        if ($rules.Service.ContainsKey($code)) {
            $name = [regex]::Match((ConvertTo-Line ($Record.Values -join ' ')), '\(([^()]{1,256})\)')
            return "event ${number}: MSI error $code, " + ($rules.Service[$code] -f $(if ($name.Success) { Format-Name $name.Groups[1].Value } else { 'of the package' }))
        }
        if ($rules.Log.ContainsKey($code)) { return "event ${number}: MSI error $code, $($rules.Log[$code])" }
    }
    Format-EventText -Record $Record
}
