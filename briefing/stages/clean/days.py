"""The calendar grammar under its former name, for the recognisers of headers, datelines and captions."""

from __future__ import annotations

from briefing.language.dates.days import FULL_DAY, MONTH, TIME, WEEKDAY, calendar_day, day_of_year, days, month_number

__all__ = ["FULL_DAY", "MONTH", "TIME", "WEEKDAY", "calendar_day", "day_of_year", "days", "month_number"]
