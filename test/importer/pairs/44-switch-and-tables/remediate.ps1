Set-Service W32Time -StartupType Automatic
