$temp = "$env:SystemRoot\Temp"
Get-ChildItem $temp -Recurse -Force -ErrorAction SilentlyContinue | Where-Object { $_.LastWriteTime -lt (Get-Date).AddDays(-7) } | Remove-Item -Recurse -Force
Clear-RecycleBin -Force
