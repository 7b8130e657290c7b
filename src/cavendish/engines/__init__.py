"""What draws. Each engine is one file; nothing here is imported before it is needed."""
