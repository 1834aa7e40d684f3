# The reason where an app is still provisioned or installed.
function Test-AppxPackageAbsence([string] $Name, [string] $Scope = 'everyone') {
    $found = @(Select-AppxEntry $Name $Scope | ForEach-Object { if ($_.Kind -eq 'provisioned') { 'provisioned' } else { 'installed' } } | Sort-Object -Unique -Descending)
    if ($found.Count -gt 0) { "app $Name is $($found -join ' and ')" }
}
