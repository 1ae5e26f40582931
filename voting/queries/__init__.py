"""Every read of this app that is worth a name."""
