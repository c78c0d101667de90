"""`python -m core.cli`: the command line where nothing is installed."""

import sys

from core.cli import main

sys.exit(main())
