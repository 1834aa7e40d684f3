# Writes a file's content, or copies its source; the folders above are made.
function Repair-File(
    [string] $Path,
    #remedyc:only File.Content
    [string] $Content,
    #remedyc:end
    #remedyc:only File.Url
    [string] $Url = '',
    #remedyc:end
    [string] $Source = '',
    [string] $Sha256 = ''
) {
    #remedyc:only File.Url
    if ($Url -ne '') { return Use-Download $Url $Sha256 { param($Copy) Repair-File $Path -Source $Copy -Sha256 $Sha256 } }
    #remedyc:end
    $data = $null
    #remedyc:only File.Content
    if ($PSBoundParameters.ContainsKey('Content')) { $data = [Text.UTF8Encoding]::new($false).GetBytes($Content) }
    #remedyc:end
    Add-MissingFolder (Get-PathPart $Path -Parent)
    Write-WholeFile $Path {
        param($file, $new)
        if ($null -ne $data) { Write-FileByte $file $data }
        else {
            Write-FileCopy $file $Source
            # what was copied, whoever exchanged the source meanwhile
            if ($Sha256 -ne '' -and -not (Test-Text (Get-FileSha256 $new) $Sha256 -IgnoreCase)) { throw "its source $(ConvertTo-Line $Source) is another file than its SHA-256 says" }
        }
        Add-Journal 'File' $Path (Get-FileState $Path) (Get-FileState $new)
    }
}
