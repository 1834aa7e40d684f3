Start-Process msiexec.exe -ArgumentList '/i "\\files\apps\agent.msi" /qn' -Wait
