powershell.exe -EncodedCommand SQBuAHYAbwBrAGUALQBFAHgAcAByAGUAcwBzAGkAbwBuAA==
iex ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('ZXhpdA==')))
