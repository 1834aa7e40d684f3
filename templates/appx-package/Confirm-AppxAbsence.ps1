# Ensure for an app that is to be gone for everyone: what tests it, removes it, and stands in its way.
function Confirm-AppxAbsence([string] $Id, [string] $Label, [string] $Name) {
    Ensure $Id $Label {
        Test-AppxPackageAbsence $Name
    } {
        Repair-AppxPackageAbsence $Name
    } -Blocker {
        Find-AppxPackageAbsenceBlocker $Name
    }
}
