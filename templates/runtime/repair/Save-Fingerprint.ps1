# Writes down to which version and parameters the marks of tries belong.
function Save-Fingerprint {
    $fingerprint = Get-Fingerprint
    if (-not $script:Remedy.Marks.ContainsKey('Fingerprint') -or $script:Remedy.Marks['Fingerprint'] -cne $fingerprint) { Save-Mark -Name 'Fingerprint' -Value $fingerprint }
}
