Set-StrictMode -Version Latest

# Platform functions over .NET alone do the same on every system, and symbolic links are reparse points to it: so they meet real files here.
BeforeAll {
    . "$PSScriptRoot/../../powershell/pester/templates.ps1" @(
        'Find-DirectoryFile', 'Clear-FolderLevel', 'Get-PathEntry', 'Get-FileSha256', 'Get-FileVersion'
        'Write-FileByte', 'Write-FileCopy', 'Get-FileByte', 'Open-SourceFile', 'Find-LogFile', 'Clear-LogFile', 'Select-File'
    )
    # A folder with two files, one of them old and one below, and links to a folder and a file outside.
    function New-Tree([string] $Folder) {
        $null = [IO.Directory]::CreateDirectory("$Folder/sub/deep")
        $null = [IO.Directory]::CreateDirectory("$Folder-outside")
        [IO.File]::WriteAllText("$Folder/a.log", '12345')
        [IO.File]::SetLastWriteTimeUtc("$Folder/a.log", [datetime]::new(2020, 1, 1))
        [IO.File]::WriteAllText("$Folder/sub/deep/b.txt", '1234567')
        [IO.File]::WriteAllText("$Folder-outside/precious.txt", 'precious')
        $null = New-Item -ItemType SymbolicLink -Path "$Folder/link" -Target "$Folder-outside"
        $null = New-Item -ItemType SymbolicLink -Path "$Folder/file-link.log" -Target "$Folder-outside/precious.txt"
        $Folder
    }
    function Get-Names([string] $Folder) { @([IO.Directory]::GetFileSystemEntries($Folder) | ForEach-Object { [IO.Path]::GetFileName($_) } | Sort-Object) -join ' ' }
}

Describe 'what stands at a path' {
    BeforeAll { $tree = New-Tree "$TestDrive/read" }
    It '<Name> is <Expected>' -ForEach @(
        @{ Name = ''; Expected = 'True False 0 Utc' }
        @{ Name = '/a.log'; Expected = 'False False 5 Utc' }
    ) {
        $entry = Get-PathEntry -Path "$tree$Name"
        "$($entry.IsDirectory) $($entry.IsLink) $($entry.Size) $($entry.WriteTime.Kind)" | Should-BeString -CaseSensitive $Expected
    }
    It '<Name> is a link' -ForEach @(@{ Name = '/link'; IsDirectory = $true }, @{ Name = '/file-link.log'; IsDirectory = $false }) {
        $entry = Get-PathEntry -Path "$tree$Name"
        $entry.IsLink | Should-BeTrue
        $entry.IsDirectory | Should-Be $IsDirectory
    }
    It '<_> is absent' -ForEach '/none', '/none/none' { Get-PathEntry -Path "$tree$_" | Should-BeNull }
    It 'a walk enters no link' { @(Find-DirectoryFile -Path $tree | ForEach-Object { $_.Name } | Sort-Object) -join ' ' | Should-BeString -CaseSensitive 'a.log b.txt file-link.log' }
    It 'files that each goes over are counted' {
        Mock Get-PathEntry { [pscustomobject]@{ IsDirectory = $true } }
        Mock Find-FolderEntry { foreach ($i in 1..10001) { @{ Path = "C:\A\$i"; IsDirectory = $false } } }
        { Select-File 'C:\A' } | Should-Throw 'folder C:\A\: more than 10,000 files'
    }
    It 'logs by pattern, in one folder; an absent folder has none' {
        [IO.File]::WriteAllText("$tree/x1.log", '12')
        [IO.File]::WriteAllText("$tree/x2.log", '3')
        [IO.File]::WriteAllText("$tree/x3.txt", '4')
        @(Find-LogFile -Folder $tree -Pattern 'x*.log' | Sort-Object -Property Path | ForEach-Object { "$($_.Length) $($_.Time.Kind)" }) -join ', ' | Should-BeString -CaseSensitive '2 Utc, 1 Utc'
        Clear-LogFile -Path "$tree/x1.log"
        Clear-LogFile -Path "$tree/x1.log"
        @(Find-LogFile -Folder $tree -Pattern 'x*.log').Count | Should-Be 1
        @(Find-LogFile -Folder "$tree-none" -Pattern '*').Count | Should-Be 0
    }
}

Describe 'clearing a folder' {
    BeforeAll {
        # By handle it needs Windows.
        Mock Clear-Entry {
            $entry = Get-PathEntry -Path $Path
            if ($entry.IsDirectory) { [IO.Directory]::Delete($Path) } else { [IO.File]::Delete($Path) }
        }
        $never = [datetime]::MaxValue
    }
    It 'takes what is old; links to folders stay' {
        $tree = New-Tree "$TestDrive/old"
        $sum = Clear-FolderLevel -Path $tree -Files @('*.log') -Before ([datetime]::new(2021, 1, 1))
        "$($sum.Removed) $($sum.Kept)" | Should-BeString '1 0'
        Get-Names $tree | Should-BeString -CaseSensitive 'file-link.log link sub'
    }
    It 'takes everything, and nothing behind a link' {
        $tree = New-Tree "$TestDrive/all"
        $sum = Clear-FolderLevel -Path $tree -Before $never -All
        "$($sum.Removed) $($sum.Kept) $($sum.Why)" | Should-BeString '4 0 '
        Get-Names $tree | Should-BeString ''
        Get-Names "$tree-outside" | Should-BeString -CaseSensitive 'precious.txt'
    }
}

Describe 'the content of a file' {
    BeforeAll {
        $digits = "$TestDrive/digits"
        [IO.File]::WriteAllText($digits, '0123456789')
    }
    It 'a part of it, from <Offset> at most <Count>: <Expected>' -ForEach @(
        @{ Offset = 0; Count = 4; Expected = '0123' }
        @{ Offset = 8; Count = 4; Expected = '89' }
        @{ Offset = -3; Count = 8; Expected = '789' }
        @{ Offset = -30; Count = 4; Expected = '0123' }
        @{ Offset = 20; Count = 4; Expected = '' }
        @{ Offset = 0; Count = 0; Expected = '' }
    ) {
        $bytes = Get-FileByte -Path $digits -Offset $Offset -Count $Count
        $bytes.GetType().Name | Should-BeString 'Byte[]'
        [Text.Encoding]::ASCII.GetString($bytes) | Should-BeString $Expected
    }
    It 'also while another program writes to it' {
        $stream = [IO.File]::Open("$TestDrive/written", 'Create', 'Write', 'ReadWrite')
        $stream.WriteByte(65)
        $stream.Flush()
        (Get-FileByte -Path "$TestDrive/written" -Count 9).Length | Should-Be 1
        $stream.Dispose()
    }
    # The vector of FIPS 180-4, and `printf 12345 | sha256sum`
    It 'SHA-256 of <Text> in capitals' -ForEach @(
        @{ Text = 'abc'; Expected = 'BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD' }
        @{ Text = '12345'; Expected = '5994471ABB01112AFCC18159F6CC74B4F511B99806DA59B3CAF5A9C173CACFC5' }
    ) {
        [IO.File]::WriteAllText("$TestDrive/hashed", $Text)
        Get-FileSha256 -Path "$TestDrive/hashed" | Should-BeString -CaseSensitive $Expected
    }
    It 'a missing file raises, a version resource may be missing' {
        { Get-FileSha256 -Path "$TestDrive/none" } | Should-Throw '*none*'
        Get-FileVersion -Path $digits | Should-BeNull
    }
    It 'is written and copied' {
        $file = [IO.FileStream]::new("$TestDrive/w1", 'CreateNew')
        Write-FileByte -File $file -Data ([byte[]]@(65, 66))
        Write-FileByte -File $file -Data ([byte[]]@())
        $file.Dispose()
        $file = [IO.FileStream]::new("$TestDrive/w2", 'CreateNew')
        Write-FileCopy -File $file -Source "$TestDrive/w1"
        $file.Dispose()
        [IO.File]::ReadAllText("$TestDrive/w2") | Should-BeString -CaseSensitive 'AB'
    }
}

Describe 'Open-SourceFile' {
    BeforeAll {
        $program = "$TestDrive/program.exe"
        [IO.File]::WriteAllText($program, 'x')
        function Get-Access([string] $Access, [string] $Share) {
            try { [IO.File]::Open($program, 'Open', $Access, $Share).Dispose(); "$Access allowed" } catch { "$Access refused" }
        }
    }
    It 'holds it: others read, nobody writes; and lets go' {
        $held = Open-SourceFile -Path $program -Body { Get-Access 'Write' 'None'; Get-Access 'Read' 'Read' }
        "$held, $(Get-Access 'Write' 'None')" | Should-BeString -CaseSensitive 'Write refused Read allowed, Write allowed'
    }
    It 'lets go after an error too' {
        { Open-SourceFile -Path $program -Body { throw 'inside' } } | Should-Throw 'inside'
        Get-Access 'Write' 'None' | Should-BeString -CaseSensitive 'Write allowed'
    }
    It 'raises for a missing file' {
        ({ Open-SourceFile -Path "$TestDrive/no.exe" -Body { 'ran' } } | Should-Throw).Exception.GetBaseException().GetType().Name | Should-BeString 'FileNotFoundException'
    }
}
