"""Days on which the clock is changed, and zones, days and times of day to draw from."""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import strategies as st

ODD_DAYS = {
    "Europe/Brussels in spring": ("Europe/Brussels", date(2026, 3, 29)),
    "Europe/Brussels in autumn": ("Europe/Brussels", date(2026, 10, 25)),
    "America/New_York in spring": ("America/New_York", date(2026, 3, 8)),
    "America/New_York in autumn": ("America/New_York", date(2026, 11, 1)),
    "Lord Howe, half an hour back": ("Australia/Lord_Howe", date(2026, 4, 5)),
    "Lord Howe, half an hour on": ("Australia/Lord_Howe", date(2026, 10, 4)),
    "Casablanca, before Ramadan": ("Africa/Casablanca", date(2024, 3, 10)),
    "Casablanca, after Ramadan": ("Africa/Casablanca", date(2024, 4, 14)),
    "Havana, midnight twice": ("America/Havana", date(2025, 11, 2)),
    "St John's, a minute after midnight": ("America/St_Johns", date(2010, 11, 7)),
    "Apia, a day that never was": ("Pacific/Apia", date(2011, 12, 30)),
    "Tokyo, where nothing is changed": ("Asia/Tokyo", date(2026, 3, 29)),
}
MINUTE = timedelta(minutes=1)

ZONES = st.sampled_from(sorted({zone for zone, _ in ODD_DAYS.values()} | {"UTC", "Asia/Kathmandu", "Europe/London"}))
DAYS = st.dates(date(2009, 1, 1), date(2035, 12, 31)) | st.sampled_from([day for _, day in ODD_DAYS.values()])
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
