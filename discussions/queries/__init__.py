"""Every read of the discussions worth a name, by subject."""
