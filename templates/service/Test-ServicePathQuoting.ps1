# Gives the reason where Windows may take another file for a service's program.
function Test-ServicePathQuoting([string] $Name, [string] $PathQuoting) {
    $is = Read-ServicePathQuoting $Name
    if ($null -eq $is) { return "service $Name is not installed" }
    if ($is -ne $PathQuoting) { "the program of service $Name has blanks and no quotation marks: $(ConvertTo-Line (Get-ServiceCommand $Name))" }
}
