"""Parts of the finding of flip points: how Z runs along a number's way, and where leads end."""
