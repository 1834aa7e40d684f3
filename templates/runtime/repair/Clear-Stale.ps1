function Clear-Stale {
    <#
    .SYNOPSIS
        Deletes the marks of another version or of other parameters, and writes down what the next ones belong to.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Name)
    foreach ($mark in $Name) {
        Clear-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Name $mark
    }
    $fingerprint = Get-Fingerprint
    if (-not $script:Remedy.Marks.ContainsKey('Fingerprint') -or $script:Remedy.Marks['Fingerprint'] -cne $fingerprint) { Save-Mark -Name 'Fingerprint' -Value $fingerprint }
}
