# Writes a file of the machine, over one that is there; its rights stay.
function Write-FileRow([string] $Path, [string] $Content, [string] $Encoding = 'utf8') {
    $row = [ordered]@{ content = $Content; encoding = $Encoding; written = [long]$global:Windows.clock.now }
    $old = $global:Windows.files[$Path]
    if ($null -ne $old) { foreach ($name in 'owner', 'rules', 'denied', 'attributes') { if ($old.Contains($name)) { $row[$name] = $old[$name] } } }
    $global:Windows.files[$Path] = $row
}
