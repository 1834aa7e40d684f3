# Why a key cannot be taken out of an ini file, or nothing.
function Find-IniValueAbsenceBlocker([string] $Path) { Find-PathBlocker $Path 'Write' }
