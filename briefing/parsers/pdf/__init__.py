"""What a PDF says: its text layer in reading order, paragraph by paragraph."""

from briefing.parsers.pdf.document import documents

__all__ = ["documents"]
