# Arguments as one command line that programs split alike.
## Gives arguments as one command line that CommandLineToArgvW and the C runtime split into the same arguments again.
## The documented rules: backslashes count only before a quotation mark, there each is doubled; a mark inside becomes \". Quoted only where it is needed.
function ConvertTo-Argument([string[]] $Argument) {
    $parts = foreach ($one in $Argument) {
        if ($one -match '^[^\s"]+$') { $one }
        else { '"' + (($one -replace '(\\*)"', '$1$1\"') -replace '(\\+)$', '$1$1') + '"' }
    }
    @($parts) -join ' '
}
