"""A table on the screen as XLSX, CSV, DOCX or PDF: same rows, same order, the house's columns."""
