# Why a value of an XML file is not made.
function Find-XmlValuePresenceBlocker { 'the remedy gives it no value' }
