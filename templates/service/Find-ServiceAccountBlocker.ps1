# Says that the secret with the password of a service's new account is not there, or nothing.
function Find-ServiceAccountBlocker {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingPlainTextForPassword', 'Password', Justification = 'The name of a secret, not the secret')]
    param([string] $Name, [string] $Account, [string] $Password)
    if ($Password -ne '' -and $null -ne (Test-ServiceAccount $Name $Account) -and -not (Test-Secret $Password)) { "the secret '$Password' is not there" }
}
