"""Every write of consultations, by subject."""
