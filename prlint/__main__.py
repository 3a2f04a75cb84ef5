"""`python -m prlint` is `prlint`."""

import sys

from prlint.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
