"""The leaders' brief of a scenario: two pages, as PDF and as DOCX."""
