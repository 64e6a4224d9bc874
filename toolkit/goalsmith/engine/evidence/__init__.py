"""One module for each kind of evidence: a normalised text comes in, places in it go out."""
