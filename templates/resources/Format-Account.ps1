function Format-Account {
    <#
    .SYNOPSIS
        Gives the name that the remedy used for a SID, or the SID; with Both: SID (name). Nothing is translated, since a SID without an account is no error.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string] $Sid,
        [switch] $Both
    )
    $names = $script:Remedy['Accounts']
    if ($null -eq $names -or -not $names.ContainsKey($Sid)) { return $Sid }
    if ($Both) { '{0} ({1})' -f $Sid, $names[$Sid] } else { $names[$Sid] }
}
