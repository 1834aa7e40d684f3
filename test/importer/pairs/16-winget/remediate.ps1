winget install --id 7zip.7zip --exact --silent --accept-package-agreements --accept-source-agreements
