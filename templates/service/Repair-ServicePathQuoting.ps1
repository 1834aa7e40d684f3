# Puts the program in a service's command in quotation marks; it counts from the next start of the service.
function Repair-ServicePathQuoting([string] $Name, [string] $PathQuoting) {
    if ($null -eq (Test-ServicePathQuoting $Name $PathQuoting)) { return }
    $command = Get-ServiceCommand $Name
    $program = @(Find-ServiceProgram $command)[0]
    # where it ends in the text with its %Variables%
    $ends = @([regex]::Matches($command, '(?<=\S)(?=\s|$)') | Where-Object { Test-Text (Expand-Path $command.Substring(0, $_.Index)) $program })
    if ($ends.Count -eq 0) { throw "nobody can tell where in $(ConvertTo-Line $command) the program ends" }
    $quoted = '"' + $command.Insert($ends[0].Index, '"')
    Add-Journal 'ServiceCommand' $Name $command $quoted
    Write-ServiceCommand $Name $quoted
}
