# Gives the reason where a service logs on as somebody else.
function Test-ServiceAccount([string] $Name, [string] $Account) {
    $configuration = Get-ServiceConfiguration $Name
    if ($null -eq $configuration) { return "service $Name is not installed" }
    if ((ConvertTo-ServiceAccount $configuration) -ne $Account) { "service $Name logs on as $(ConvertTo-Line $configuration.Account), not as $Account" }
}
