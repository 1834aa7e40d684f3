# Writes bytes to an open file, through to the disk.
function Write-FileByte([IO.FileStream] $File, [byte[]] $Data) {
    $File.Write($Data, 0, $Data.Length)
    $File.Flush($true)
}
