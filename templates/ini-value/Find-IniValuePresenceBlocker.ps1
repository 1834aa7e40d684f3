# Why a key of an ini file is not made.
function Find-IniValuePresenceBlocker { 'the remedy gives it no value' }
