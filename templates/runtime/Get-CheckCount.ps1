function Get-CheckCount {
    <#
    .SYNOPSIS
        Counts what was walked: items, not the guards around them.
    #>
    [CmdletBinding()]
    [OutputType([int])]
    param()
    $count = 0
    foreach ($record in $script:Remedy.Records) { if ($record.Kind -ne 'guard') { $count++ } }
    $count
}
