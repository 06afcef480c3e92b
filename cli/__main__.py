"""Lets ``python -m cli`` do what ``campaign`` does."""

import sys

from cli.main import main

sys.exit(main())
