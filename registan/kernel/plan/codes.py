"""Codes of what a reader tells about rows, left-over words and whole files.

Those of terms, of responsible cells and of refused files stand beside the code that gives them:
`term.TERM_FLAGS`, `responsible.RESPONSIBLE_FLAGS`, `formats.UNREADABLE_CODES`.
"""

from __future__ import annotations

ROW_FLAGS: tuple[tuple[str, str], ...] = (
    ("row_split", "joined from two rows that the end of a page cut apart"),
    ("formula_number", "the number is a formula without a stored value"),
    ("term_inside_text", "the term was taken out of the text of the measure"),
    ("hidden_characters", "controls that can turn the order of reading stood in a cell"),
)
LEFT_REASONS: tuple[tuple[str, str], ...] = (
    ("title_line", "a line above the headings that is not the title"),
    ("column_numbers", "a row 1 2 3 4 below the headings"),
    ("repeated_header", "the headings once more, as on each page"),
    ("total", "a row of totals"),
    ("note", "a note in the table"),
    ("signature", "a line to be signed"),
    ("column_not_read", "a column that has no place in a plan, named by its heading"),
    ("heading_without_rows", "a heading with no measures below it"),
    ("not_a_plan_table", "a row of a table that has no headings of a plan"),
    ("paragraph", "a paragraph without term and responsible in brackets"),
    ("row_split", "the second part of a row, joined to the measure before it"),
)
NOTES: tuple[tuple[str, str], ...] = (
    ("hidden_sheet", "a hidden sheet was read too"),
    ("hidden_rows", "hidden rows were read too"),
    ("person_column", "a column of persons' names was not read"),
    ("split_table", "a table without headings went on with the table before it"),
    ("columns_guessed", "a table without headings was read by what stands in its columns"),
)
