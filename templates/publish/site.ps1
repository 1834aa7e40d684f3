# Loads the console's module, and goes to the drive of the site: the cmdlets work there alone.
function Enter-Site([string]$Code, [string]$Server) {
  if ($null -eq (Get-Module -Name 'ConfigurationManager')) {
    if (-not $env:SMS_ADMIN_UI_PATH) { throw 'the module ConfigurationManager is not on this computer: run this where the Configuration Manager console is installed' }
    $module = [IO.Path]::Combine($env:SMS_ADMIN_UI_PATH, '..', 'ConfigurationManager.psd1')
    if (-not [IO.File]::Exists($module)) { throw "the module ConfigurationManager is not at '$module': install the Configuration Manager console again" }
    Import-Module -Name $module -Verbose:$false
  }
  # Importing makes a drive for the site to which the console was connected last.
  $drives = @(Get-PSDrive -PSProvider CMSite | Where-Object { -not $Code -or $_.Name -eq $Code })
  if ($drives.Count -eq 0 -and $Code -and $Server) {
    $drives = @(New-PSDrive -Name $Code -PSProvider CMSite -Root $Server -Scope Script -WhatIf:$false -Confirm:$false)
  }
  if ($drives.Count -eq 0 -and $Code) { throw "there is no drive for the site '$Code': say with -SiteServer where its SMS Provider is" }
  if ($drives.Count -eq 0) { throw 'the console has been connected to no site: say which one with -SiteCode and -SiteServer' }
  if ($drives.Count -gt 1) { throw "there are several sites ($($drives.Name -join ', ')): say which one with -SiteCode" }
  Write-Verbose "The site is $($drives[0].Name)."
  Set-Location -Path "$($drives[0].Name):\"
}

# The object whose description has the id, or nothing. One of the same name that is not of this remedy belongs to somebody else.
function Find-Own([string]$Kind, [string]$Id, [string]$Name, [object[]]$Existing) {
  $own = @($Existing | Where-Object { Test-Stamp $_ $Id })
  if ($own.Count -gt 1) { throw "there are $($own.Count) of kind $Kind with '$Id' in the description ($(@($own.LocalizedDisplayName) -join ', ')): take it out of the copies" }
  $other = @($Existing | Where-Object { $_.LocalizedDisplayName -eq $Name -and -not (Test-Stamp $_ $Settings.Id) })
  if ($other.Count -gt 0) { throw "there is another $Kind of the name '$Name' that this script did not make, and it is left alone: rename it, or the remedy" }
  if ($own.Count -eq 1) { $own[0] }
}

# Whether the description holds these words.
function Test-Stamp([object]$Object, [string]$Words) {
  " $($Object.LocalizedDescription) ".IndexOf(" $Words ", [StringComparison]::Ordinal) -ge 0
}

# The text of a script of this build with the signature that it has. Without the signature it must be the one that this script was built with.
function Read-BuiltScript([string]$Path, [string]$Sha256) {
  if (-not [IO.File]::Exists($Path)) { throw "'$Path' is not there: copy all that the build wrote" }
  $text = [IO.File]::ReadAllText($Path)
  $end = $text.IndexOf("`r`n# SIG # Begin signature block", [StringComparison]::Ordinal)
  $content = if ($end -lt 0) { $text } else { $text.Substring(0, $end) }
  $stream = [IO.MemoryStream]::new([Text.Encoding]::UTF8.GetBytes($content))
  $hash = (Get-FileHash -InputStream $stream -Algorithm SHA256).Hash
  if ($hash -ne $Sha256) { throw "'$Path' is not the file that this script was built with: copy all that the build wrote, of one build" }
  $text
}
