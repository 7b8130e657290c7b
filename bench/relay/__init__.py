"""What it costs to relay pictures: Cavendish beside nginx and LiteLLM's proxy, over one fake upstream."""
