# Why a file cannot be removed, or nothing.
function Find-FileAbsenceBlocker([string] $Path) {
    Find-PathBlocker $Path 'Delete'
}
