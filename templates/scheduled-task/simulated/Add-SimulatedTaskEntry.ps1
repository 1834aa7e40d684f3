# Stands in for Add-TaskEntry on the simulated machine: what the definition says of it is read by its elements.
function Add-SimulatedTaskEntry([string] $Path, [string] $Definition) {
    $null = Enter-Effect -Name 'Add-TaskEntry' -Text $Path -Change
    if ($global:Windows.tasks.Contains($Path)) { throw 'Cannot create a file when that file already exists. (0x800700B7)' }
    if ($Definition -notmatch '(?s)^\s*<Task[\s>].*</Task>\s*$') { throw '(1,2)::ERROR: incorrect document syntax' }
    $element = { param($name) [regex]::Match($Definition, "<$name>([^<]*)</$name>").Groups[1].Value.Trim() }
    $enabled = [regex]::Match($Definition, '(?s)<Settings>.*</Settings>').Value -notmatch '<Enabled>\s*false\s*</Enabled>'
    $global:Windows.tasks[$Path] = [ordered]@{
        enabled = $enabled; author = (& $element 'Author'); account = (& $element 'UserId') + (& $element 'GroupId')
        lastRun = 0; lastResult = 0; runsUntil = 0; duration = 5000; exitCode = 0
    }
    if (& $element 'Command') {
        $global:Windows.tasks[$Path].program = (& $element 'Command').Replace('&amp;', '&')
        $global:Windows.tasks[$Path].arguments = (& $element 'Arguments').Replace('&amp;', '&')
    }
    if ((& $element 'LogonType') -eq 'InteractiveToken') { $global:Windows.tasks[$Path].shows = (& $element 'Command').Replace('&amp;', '&') }
    Add-Story "The task $Path is registered"
}
