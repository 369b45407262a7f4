"""Where debaters part: the case as each sees it, what moves stand, and the cruxes between two."""
