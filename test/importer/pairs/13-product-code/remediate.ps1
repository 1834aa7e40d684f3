$code = '{1F2E3D4C-5B6A-4798-8899-AABBCCDDEEFF}'
$p = Start-Process -FilePath "msiexec.exe" -ArgumentList "/x", $code, "/qn" -Wait -PassThru
exit $p.ExitCode
