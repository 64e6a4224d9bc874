"""What crosses the blind: plans under pseudonyms on their way to reviewers, and reviews on their way back.

Comes in: plans as collected, and a round's people. Goes out: files under addresses that only one learner can compute.
What may travel is a list of fields; everything else stays behind.
"""
