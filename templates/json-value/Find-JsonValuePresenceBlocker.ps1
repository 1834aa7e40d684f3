# Why a value of a JSON file is not made.
function Find-JsonValuePresenceBlocker { 'the remedy gives it no value' }
