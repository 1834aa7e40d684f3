# Gives the channel the value that it compares, which is all that may be written.
function Complete-Remedy {
    if ($null -eq $Remedy.Answer) { exit 1 }
    Write-Output "$($Remedy.Answer)"
    exit 0
}
