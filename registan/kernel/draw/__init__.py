"""Series in, SVG text out."""
