# Runs a program and reads the first version that stands in what it writes.
function Read-ProgramOutputVersion([string] $Path, [string[]] $Arguments, [string] $SignedBy, [string] $Sha256, [int[]] $SuccessCodes, [timespan] $Timeout = '00:01:00') {
    $text = Read-ProgramOutput $Path $Arguments $SignedBy $Sha256 $SuccessCodes $Timeout
    if ($text -notmatch '(?<![0-9.])[0-9]{1,9}(\.[0-9]{1,9}){1,3}') { throw "$(ConvertTo-Line $Path) writes no version" }
    ConvertTo-PackageVersion $Matches[0]
}
