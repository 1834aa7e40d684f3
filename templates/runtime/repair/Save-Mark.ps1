function Save-Mark {
    <#
    .SYNOPSIS
        Writes a mark and remembers it; -Session: until Windows restarts. The first one of a version writes down what version that is.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param(
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [string] $Value,
        [switch] $Session
    )
    $fingerprint = Get-Fingerprint
    $table = $script:Remedy.Marks
    if ($Session) { $table = $script:Remedy.Session }
    elseif ($Name -ne 'Fingerprint' -and (-not $table.ContainsKey('Fingerprint') -or $table['Fingerprint'] -cne $fingerprint)) { Save-Mark -Name 'Fingerprint' -Value $fingerprint }
    Write-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Name $Name -Value $Value -Session:$Session
    $table[$Name] = $Value
}
