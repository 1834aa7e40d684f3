# The row of a scheduled task, and whether it runs at this moment; throws where there is none, unless that is no error.
function Find-TaskRow([string] $Path, [switch] $Required) {
    $tasks = $global:Windows.tasks
    if ($tasks.Contains($Path)) { return $tasks[$Path] }
    if ($Required) { throw 'The system cannot find the file specified. (0x80070002)' }
}
