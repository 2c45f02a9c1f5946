"""The sheet that ministries fill offline: what a State owes in a round, as XLSX and back."""
