# Writes a moment as the remedy does, in UTC: 2026-01-31T08:30:00Z.
function Format-Date([datetime] $Date) {
    $Date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [Globalization.CultureInfo]::InvariantCulture)
}
