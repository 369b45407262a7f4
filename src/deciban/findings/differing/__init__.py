"""Parts of the finding of a difference: what stands together, and every mixture of two cases."""
