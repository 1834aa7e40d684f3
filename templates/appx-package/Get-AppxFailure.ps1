# What Windows says of a removal, behind what its numbers mean.
## "Troubleshooting packaging, deployment, and query of Windows apps" (learn.microsoft.com/windows/win32/appxpkg/troubleshooting); 0x80070032 is said of apps that are a part of Windows.
function Get-AppxFailure([Management.Automation.ErrorRecord] $Failure) {
    $text = ConvertTo-Line (Get-FailureText $Failure) 300
    $meaning = switch -Regex ($text) {
        '0x80070032' { 'it is a part of Windows: '; break }
        '0x80073D02' { 'it is in use, a later run removes it: '; break }
        '0x80073CF1' { 'Windows does not find it: '; break }
        '0x80073CFA' { 'Windows refuses to remove it: '; break }
    }
    "$meaning$text"
}
