"""Run every bench_*.py beside this file and print one table: `make bench`, or with names: `python -m tests.bench claims checks`.

Each of those files has `figures() -> Iterator[Figure]`. Exit 1 where a figure is above what it may be.
"""

import sys
from importlib import import_module
from pathlib import Path


def main(names: list[str]) -> int:
    """Print the table line by line, as the figures come."""
    modules = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    chosen = [module for module in modules if not names or module.removeprefix("bench_") in names]
    if not chosen:
        sys.exit(f"no such benchmark; there are: {', '.join(module.removeprefix('bench_') for module in modules)}")
    bad = 0
    print(f"{'':60}{'ratio':>8}{'at most':>10}")
    for module in chosen:
        for figure in import_module(f"tests.bench.{module}").figures():
            bad += not figure.good
            print(f"{figure.name:60}{figure.ratio:8.2f}{figure.most:10.2f}{'' if figure.good else '   too slow'}", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
