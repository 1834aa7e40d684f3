# Tests when a remediation did last what is due once in a period.
function Routine([string] $RemedyItem, [string] $RemedyTitle, [timespan] $RemedyEvery) {
    Ensure $RemedyTitle {
        $RemedyMark = Get-RegistryValue $Remedy.Hive "SOFTWARE\Remedyc\$($Remedy.Name)" "Done $RemedyItem"
        Find-Due $(if ($null -ne $RemedyMark) { $RemedyMark.Data }) $RemedyTitle $RemedyEvery
    }
}
