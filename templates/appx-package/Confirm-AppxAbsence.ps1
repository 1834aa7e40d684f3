# Ensure for an app that is to be gone for everyone: what tests it, removes it, and stands in its way.
function Confirm-AppxAbsence([string] $RemedyId, [string] $RemedyLabel, [string] $RemedyName) {
    Ensure $RemedyId $RemedyLabel {
        Test-AppxPackageAbsence $RemedyName
    } {
        Repair-AppxPackageAbsence $RemedyName
    } -Blocker {
        Find-AppxPackageAbsenceBlocker $RemedyName
    }
}
