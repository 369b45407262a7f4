"""How the suite is run: side by side, one file at a time to each processor.

Hypothesis tries the same examples every time; `HYPOTHESIS_PROFILE=far pytest` tries others, each
time anew. A test that is skipped is named at the end; where CI is set it is a failure.
"""

import os

import pytest
from hypothesis import HealthCheck, settings
from tests.browser import browser, page

__all__ = ("browser", "page")

settings.register_profile(
    "same",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("far", deadline=None, suppress_health_check=[HealthCheck.too_slow])
#: Tests that run side by side are told how wide the terminal is; none may depend on it.
os.environ.pop("COLUMNS", None)

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in CI that a skipped test counts as failed."""
    if _skipped(terminalreporter):
        terminalreporter.write_line("in CI a skipped test is a failure", red=True)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail in CI where anything was skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if isinstance(reporter, pytest.TerminalReporter) and _skipped(reporter) and not exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _skipped(reporter: pytest.TerminalReporter) -> bool:
    return bool(os.environ.get("CI") and reporter.stats.get("skipped"))
