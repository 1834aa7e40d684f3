# Notes that an environment variable holds a secret: programs that a repair starts do not get it.
function Add-SecretName([string] $Reference) {
    if (-not $script:Remedy.ContainsKey('Secrets')) { $script:Remedy['Secrets'] = @() }
    if ($Reference -like 'env:*') { $script:Remedy['Secrets'] = @($script:Remedy['Secrets']) + @($Reference.Substring(4)) }
}
