"""Who may ask: device tokens, PINs, limits on guessing, signatures."""
