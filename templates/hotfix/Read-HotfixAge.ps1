# How many days ago an update of Windows was installed; $null where Windows does not say, or has none of this id.
## InstalledOn is month, day and year in every language of Windows, or the hexadecimal digits of a FILETIME: Microsoft Learn, "Win32_QuickFixEngineering class"; PowerShell's own
## Get-HotFix (types.ps1xml) reads the same two.
function Read-HotfixAge([string] $Id) {
    foreach ($one in Find-InstalledUpdate $Id) {
        $day = [datetime]::MinValue
        if ($one.InstalledOn -match '^[0-9a-f]{15,16}\z') { $day = [datetime]::FromFileTimeUtc([Convert]::ToInt64($one.InstalledOn, 16)) }
        elseif (-not [datetime]::TryParseExact($one.InstalledOn, 'M/d/yyyy', [Globalization.CultureInfo]::InvariantCulture, 'None', [ref]$day)) { return }
        return [timespan]::FromDays([Math]::Max(0, [Math]::Floor(((Get-Clock) - $day).TotalDays)))
    }
}
