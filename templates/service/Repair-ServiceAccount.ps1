# Sets the account of a service, and starts a running one again.
## Sets the account of a service. The password is read here and nowhere else. A running service is started again, since the account counts from then on.
function Repair-ServiceAccount {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingPlainTextForPassword', 'Password', Justification = 'The name of a secret, not the secret')]
    param([string] $Name, [string] $Account, [string] $Password, [string] $State, [timespan] $Timeout = [timespan]'00:00:30')
    if ($null -eq (Test-ServiceAccount $Name $Account)) { return }
    $change = @{ Name = $Name; Account = (ConvertFrom-ServiceAccount -Name $Name -Sid $Account) }
    if ($Password -ne '') {
        $change['Password'] = [securestring]::new()
        foreach ($character in (Read-Secret $Password).ToCharArray()) { $change.Password.AppendChar($character) }
    }
    Add-Journal 'ServiceAccount' $Name (Get-ServiceAccountState $Name) $Account
    $code = Write-ServiceAccount @change
    if ($code -ne 0) { throw "the account of service $Name could not be set to ${Account}: $(Get-ServiceErrorText $code)" }
    if ((Get-SettledState $Name $Timeout) -notin '', 'stopped' -and $State -ne 'stopped') { Invoke-ServiceRestart $Name $Timeout }
}
