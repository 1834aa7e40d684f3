function Save-Mark {
    <#
    .SYNOPSIS
        Writes a mark and remembers it; -Session: until Windows restarts.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param(
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [string] $Value,
        [switch] $Session
    )
    Write-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Name $Name -Value $Value -Session:$Session
    $table = if ($Session) { $script:Remedy.Session } else { $script:Remedy.Marks }
    $table[$Name] = $Value
}
