"""Rules of notifying an emergency: the questions of IHR Annex 2, its clocks, what a text may not hold."""
