$apps = @(
    "Microsoft.BingWeather"
    "Microsoft.XboxApp"
    "Microsoft.ZuneMusic"
    "Clipchamp.Clipchamp"
)
$hits = 0
foreach ($app in $apps) {
    if (Get-AppxPackage -Name $app -AllUsers -ErrorAction SilentlyContinue) { $hits++ }
}
if ($hits -gt 0) { Write-Output "$hits apps"; exit 1 }
exit 0
