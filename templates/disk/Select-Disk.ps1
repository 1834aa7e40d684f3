# Gives the letters of the fixed drives, C: and so on.
function Select-Disk { Find-FixedDrive }
