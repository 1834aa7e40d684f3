New-Item -ItemType Directory -Path "$env:ProgramData\Contoso\Cache" -Force
