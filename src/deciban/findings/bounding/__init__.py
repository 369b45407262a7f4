"""Parts of the finding of bounds: the blocks that move, the climb, and what a corner amounts to."""
