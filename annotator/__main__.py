"""`python -m annotator` is the command `annotator`. A frozen program starts here too, also as the child that reads foreign documents."""

import sys

from annotator.text.sandbox import serve

if __name__ == "__main__":
    if serve(sys.argv[1:]):  # before anything else is loaded
        sys.exit(0)
    from annotator.cli import main

    sys.exit(main())
