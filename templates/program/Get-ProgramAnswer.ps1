# Runs a program that only tells something and gives its ExitCode and Output.
## As SYSTEM the temporary folder is open to everybody, the profile is not; a detection makes no folder of ours.
function Get-ProgramAnswer([string] $Path, [string[]] $Arguments, [string] $SignedBy, [string] $Sha256, [timespan] $Timeout) {
    Use-Program $Path $SignedBy $Sha256 {
        $environment = Get-ChildEnvironment -Temporary (Get-SpecialFolder -Name 'LocalApplicationData')
        $answer = Get-ProgramOutput -Path $Path -Arguments (ConvertTo-Argument -Argument $Arguments) -Environment $environment -Timeout $Timeout
        if ($answer.TimedOut) { throw "$(ConvertTo-Line $Path) did not end within $(Format-Duration $Timeout) and was ended" }
        $answer
    }
}
