"""`python -m bangvang.make_frame ROOT FOLDER`: MkDocs renders a frame in a process of its own.

The process is too short-lived to look for garbage, or to tidy up when it leaves.
"""

import gc
import os
import sys

if __name__ == "__main__":
    gc.disable()
    from bangvang.mkdocs import main

    code = main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(code)
