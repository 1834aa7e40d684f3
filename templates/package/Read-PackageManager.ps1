# What a package manager answers: its exit code and the lines that it writes.
function Read-PackageManager([string] $Title, [string] $Path, [string] $Arguments, [hashtable] $Environment = @{}) {
    # the temporary folder of SYSTEM is open to everybody, its profile is not
    $local = Get-SpecialFolder 'LocalApplicationData'
    $own = @{ TEMP = $local; TMP = $local; PSModulePath = $null } + $Environment
    foreach ($name in $Remedy['Secrets']) { $own[$name] = $null }
    $run = Get-ProgramOutput $Path $Arguments $own ([timespan]'00:05:00')
    if ($run.TimedOut) { throw "$Title did not end within 5 min and was ended" }
    [pscustomobject]@{ ExitCode = $run.ExitCode; Lines = [Text.Encoding]::UTF8.GetString($run.Output) -split '[\r\n]+' }
}
