"""`python -m cavendish` is the command `cavendish`."""

from cavendish.cli import main

if __name__ == "__main__":
    main()
