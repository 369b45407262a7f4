"""How hypothesis searches: the same examples every time, unless told to look further.

`HYPOTHESIS_PROFILE=far python -m pytest` tries many more, and other ones each time.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "same",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("far", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
