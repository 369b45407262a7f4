"""The parts of the timeline: dates of items on two clocks, stages, minds along the way."""
