"""Parts of the finding of cruxes: what two debaters differ on, and every set of it weighed."""
