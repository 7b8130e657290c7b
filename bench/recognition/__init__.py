"""Can a viewer who sees only pictures say what they show? `scripts/recognition`, docs/recognition.md."""
