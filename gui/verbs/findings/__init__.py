"""The verbs of what a reader concludes: findings, what they rest on, and pairs of claims."""
