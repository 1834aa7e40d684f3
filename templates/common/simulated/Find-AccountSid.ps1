# Gives the SID of an account as this machine resolves its name, $null where it knows none.
function Find-AccountSid {
    param([string] $Name)
    $accounts = $global:Windows.accounts
    # '.\name' is an account of this machine alone; a row may be named either way
    $row = $global:Windows.registry['HKLM\SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName']
    $computer = if ($null -ne $row) { [string]$row['values']['ComputerName'].data } else { 'localhost' }
    foreach ($spelling in $Name, ($Name -replace '^\.(?=\\)', $computer), ($Name -replace "^$computer(?=\\)", '.')) { if ($accounts.Contains($spelling)) { return [string]$accounts[$spelling] } }
    if ($Name -match '^NT SERVICE\\(.+)$') {
        if ($global:Windows.services.Contains($Matches[1])) { Get-ServiceSid -Name $Matches[1] }
        return
    }
    if ($Name -notmatch '\\') {
        foreach ($account in $accounts.PSBase.Keys) { if ($account.EndsWith("\$Name", [System.StringComparison]::OrdinalIgnoreCase)) { return [string]$accounts[$account] } }
    }
}
