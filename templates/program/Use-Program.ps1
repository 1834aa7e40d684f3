# Runs a block while a program's file is held open, where it is safe to run: below the Windows folder, or signed or hashed as the remedy says.
## Only TrustedInstaller writes below the Windows folder. Everywhere: what runs with a person's own rights may lie wherever administrators alone write. What is wrong it throws. Without the section every other program is refused.
function Use-Program([string] $Path, [string] $SignedBy, [string] $Sha256, [scriptblock] $Action, [switch] $Everywhere) {
    $shown = ConvertTo-Line $Path
    if ($Path -notmatch '\.(exe|com)$') { throw "$shown is no program; scripts and documents are not run" }
    if (-not (Test-FileEntry $Path)) { throw "$shown does not exist" }
    Open-SourceFile $Path {
        $windows = (Get-SpecialFolder 'Windows') + '\'
        # a .. in the path would lead out of the folder again
        $own = $Everywhere -or $Path.StartsWith($windows, [StringComparison]::OrdinalIgnoreCase) -and $Path -notmatch '\\\.\.?\\'
        $blocker = "$shown lies outside the Windows folder and is neither given with its signer nor with its SHA-256"
        if ($own -and $SignedBy -eq '' -and $Sha256 -eq '') { $blocker = Find-PathWriter $Path }
        #remedyc:only Program.SignedBy Program.Sha256
        elseif ($SignedBy -ne '' -or $Sha256 -ne '') { $blocker = Find-SourceBlocker $Path $SignedBy $Sha256 }
        #remedyc:end
        if ($blocker) { throw $blocker }
        & $Action
    }
}
