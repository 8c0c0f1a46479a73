"""`python -m annotator` is the command `annotator`; a frozen program starts here too, also as the children that read files and typeset."""

import sys

from annotator.text.sandbox import serve

if __name__ == "__main__":
    if serve(sys.argv[1:]):  # before anything else is loaded
        sys.exit(0)
    if sys.argv[1:] == ["--typeset"]:
        from annotator.report.typesetter import main as typeset

        sys.exit(typeset())
    from annotator.cli import main

    sys.exit(main())
