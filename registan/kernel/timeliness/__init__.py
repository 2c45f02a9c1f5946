"""7-1-7: from emergence to detection, notification and the end of early response; and a fourth clock."""
