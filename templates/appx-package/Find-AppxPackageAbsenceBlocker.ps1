# Why an app cannot be removed, or nothing.
function Find-AppxPackageAbsenceBlocker([string] $Name, [string] $Scope = 'everyone') {
    foreach ($one in Select-AppxEntry $Name $Scope) {
        if ($one.Kind -eq 'framework') { return 'it is a framework, which other apps need' }
        if ($one.Fixed) { return 'Windows does not allow it to be removed' }
    }
}
