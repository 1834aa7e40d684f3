# Gives the hive that holds the marks: the machine's, or the user's for a remedy that runs as the user.
function Get-MarkHive {
    if ($Remedy.Context -eq 'user') { 'HKCU' } else { 'HKLM' }
}
