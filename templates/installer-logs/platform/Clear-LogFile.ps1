## Deletes a file of ours in a folder of ours; one that is absent is no error.
function Clear-LogFile {
    param([Parameter(Mandatory)] [string] $Path)
    [IO.File]::Delete($Path)
}
