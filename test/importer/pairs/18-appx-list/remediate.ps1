$apps = @("Microsoft.BingWeather", "Microsoft.XboxApp", "Microsoft.ZuneMusic", "Clipchamp.Clipchamp")
foreach ($app in $apps) {
    Get-AppxPackage -Name $app -AllUsers | Remove-AppxPackage -AllUsers -ErrorAction SilentlyContinue
}
