"""Every read of proposals worth a name, by subject."""
