"""Every benchmark, as one table: ``python -m benchmarks`` at the root of the repository.

Needs deciban installed with its ``dev`` extra.
"""

from benchmarks import commands, kernel, mutations

if __name__ == "__main__":
    commands.main()
    print()
    kernel.main()
    print()
    mutations.main()
