"""Pictures of findings: one a file, each a finding laid out as a Vega-Lite specification."""
