Disable-LocalUser -Name 'Guest'
