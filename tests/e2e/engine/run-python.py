"""Runs a Python program for the real engine, as the SDK's own runner does, which only comes with the CLI."""

import asyncio
import json
import os
import runpy
import sys

from pulumi import runtime

options = json.loads(sys.argv[1])
program = os.path.join(options["pwd"], sys.argv[2], "__main__.py")

runtime.configure(
    runtime.Settings(
        project=options["project"],
        stack=options["stack"],
        organization=options["organization"],
        root_directory=options["root-directory"],
        monitor=options["monitor"],
        engine=options["engine"],
        parallel=int(options["parallel"]),
        dry_run=options["dry-run"],
    )
)
asyncio.new_event_loop().run_until_complete(
    runtime.run_in_stack(lambda: runpy.run_path(program, run_name="__main__") and None)
)
