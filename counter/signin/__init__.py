"""Who sits at which counter: signing in, moving to another one, signing out."""
