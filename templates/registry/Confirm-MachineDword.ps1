# Ensure for a DWORD below HKLM: what tests it, writes it, and stands in the way.
function Confirm-MachineDword([string] $RemedyId, [string] $RemedyLabel, [string] $RemedyPath, [string] $RemedyName, [int] $RemedyData, [Alias('View')] [int] $RemedyView = 64) {
    Ensure $RemedyId $RemedyLabel {
        Test-RegistryDword 'HKLM' $RemedyPath $RemedyName $RemedyData $RemedyView
    } {
        Write-RegistryData 'HKLM' $RemedyPath $RemedyName 'DWord' $RemedyData $RemedyView
    } -Blocker {
        Find-RegistryBlocker 'HKLM' $RemedyPath $RemedyName "DWord $RemedyData" $RemedyView
    }
}
