# The names of the environment variables in the registry key of a scope; what holds no text is none for Windows.
function Select-EnvironmentVariable([string] $Scope = 'HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment') {
    $hive, $path = $Scope -split '\\', 2
    foreach ($name in Get-RegistryValueName $hive $path) { if ($name -and (Get-RegistryValue $hive $path $name).Type -match '^(Expand)?String$') { $name } }
}
