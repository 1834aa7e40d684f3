# Notes that an environment variable holds a secret: programs that a repair starts do not get it.
function Add-SecretName([string] $Reference) {
    if (-not $Remedy.ContainsKey('Secrets')) { $Remedy['Secrets'] = @() }
    if ($Reference -like 'env:*') { $Remedy['Secrets'] = @($Remedy['Secrets']) + @($Reference.Substring(4)) }
}
