# The path of the copy and of the task. What rests, is due or failed before is the remedy's and has no part in a registration.
## With another fingerprint a registration that fails is no failed run of the remedy.
function Enter-Registration {
    $Remedy.Fingerprint = 'registration'
    $Remedy.Failed = 0
    $Remedy.Rest = ''
    $Remedy.Due = @()
    $Remedy.Left = @()
    $Remedy.Marks.Remove('Failed')
    "$($Remedy.State)\$($Remedy.Name).ps1"
    "\Remedyc\$($Remedy.Name)"
}
