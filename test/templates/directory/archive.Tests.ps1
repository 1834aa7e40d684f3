Set-StrictMode -Version Latest

BeforeAll {
    . "$PSScriptRoot/../../powershell/pester/templates.ps1" 'Open-Archive', 'Get-ArchiveSha256', 'Write-ArchiveEntry', 'Find-ArchiveRefusal', 'Get-FileSha256', 'Test-DirectorySha256'
    $zip = "$TestDrive/one.zip"
    # a/b.txt in it holds abc
    [IO.File]::WriteAllBytes($zip, [Convert]::FromBase64String('UEsDBBQAAAAAAAAAIVzCQSQ1AwAAAAMAAAAHAAAAYS9iLnR4dGFiY1BLAQIUAxQAAAAAAAAAIVzCQSQ1AwAAAAMAAAAHAAAAAAAAAAAAAACAAQAAAABhL2IudHh0UEsFBgAAAAABAAEANQAAACgAAAAAAA=='))
    $sum = 'd8c52a20587ecf6b26f7a27291bea661d2424930644f16ef0adce8315f011cad'
}

Describe 'an archive' {
    BeforeAll { $archive = Open-Archive $zip $sum }
    AfterAll { $archive.Held.Dispose() }
    It 'has entries' {
        "$($archive.Entries.Count) $($archive.Entries[0].Name) $($archive.Entries[0].Size)" | Should-BeString -CaseSensitive '1 a/b.txt 3'
        Get-ArchiveSha256 $archive.Entries[0] | Should-BeString -CaseSensitive 'BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD'
    }
    It 'is written entry by entry, never more than it says' {
        $said = foreach ($size in 3, 2) {
            $file = [IO.FileStream]::new("$TestDrive/w$size", 'CreateNew')
            try { Write-ArchiveEntry $file @{ Name = 'b'; Size = [long]$size; From = $archive.Entries[0].From }; $size } catch { $_.Exception.Message } finally { $file.Dispose() }
        }
        $said | Should-BeCollection @(3, 'b in the archive has another size than it says')
        [IO.File]::ReadAllText("$TestDrive/w3") | Should-BeString 'abc'
    }
    It 'is not looked into when it is another one' {
        { Open-Archive $zip ('A' * 64) } | Should-Throw '*is another file than its SHA-256 says'
        [IO.File]::AppendAllText("$TestDrive/no.zip", 'no archive')
        { Open-Archive "$TestDrive/no.zip" (Get-FileSha256 "$TestDrive/no.zip") } | Should-Throw
        [IO.File]::Open("$TestDrive/no.zip", 'Open', 'ReadWrite', 'None').Dispose()
    }
}

Describe 'what an archive holds' {
    BeforeAll {
        Mock Get-PathEntry { if ($Path -eq 'C:\A\there') { @{ IsDirectory = $true; IsLink = $false } } elseif ($Path -eq 'C:\A\link') { @{ IsDirectory = $true; IsLink = $true } } }
        Mock Get-DiskSpace { @{ Free = 2GB } }
        function Find-Refusal([object[]] $Names, [long] $Size = 1) { Find-ArchiveRefusal 'C:\A' @($Names | ForEach-Object { @{ Name = "$_"; Size = $Size } }) }
    }
    It 'is refused: <_>' -ForEach @(
        '../x', 'a/../../x', '..\x', 'a/..', '/x', '\x', '//server/share/x', 'C:/x', 'C:x', 'a/b:stream', 'a/NUL', 'con.txt', 'a /x', 'a./x', 'x.', 'a//x', './x', 'a*', "a`nb", '', '../', 'there', 'link/x'
    ) { Find-Refusal 'ok.txt', $_ | Should-BeLikeString '*in its archive*' }
    It 'is refused: the same twice' { Find-Refusal 'a/x', 'A\X' | Should-BeLikeString '*twice' }
    It 'is refused: nothing, too much, no room' {
        Find-Refusal 'a/' | Should-BeString 'its archive has no file'
        Find-Refusal 'a' 5GB | Should-BeLikeString 'its archive has more than*'
        Find-Refusal (1..5001) | Should-BeLikeString 'its archive has more than*'
        Find-Refusal 'a' 2GB | Should-BeString 'the drive has no room for it'
    }
    It 'may have other names' { Find-Refusal 'a/', 'a/b.txt', '$(x).exe', "it's [1].txt", '..a', 'there/new' | Should-BeNull }
}
