# True unless one of these items, whose fix would change what is read next, is to be fixed.
## True unless one of these items, whose fix would change what is read next, is to be fixed: then nobody knows yet what will be read there.
function Untouched([string[]] $Id) { -not @($Id | Where-Object { $Remedy.Due -contains $_ }) }
