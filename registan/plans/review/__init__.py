"""The consolidated account of a round: gathered once, written as DOCX or PDF."""
