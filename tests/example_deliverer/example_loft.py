"""Pigeons as a way out: each letter becomes a file in the loft that `mail.folder` names."""

from dataclasses import dataclass
from pathlib import Path

from briefing.errors import DeliveryError, SettingsError


@dataclass(frozen=True)
class Loft:
    folder: Path

    def __call__(self, letter, handing_over):
        handing_over()  # right before the letter may arrive: what ends the program earlier has sent nothing
        try:
            (self.folder / f"{letter.number}.eml").write_bytes(letter.data)
        except OSError as error:
            raise DeliveryError(f"{self.folder}: {error.strerror}", temporary=True, general=True) from error

    def close(self):
        """What was kept open between letters is let go."""


def loft(mail, credentials):
    if not mail.folder:
        raise SettingsError("mail.folder: a loft is needed for the pigeons")
    return Loft(Path(mail.folder))
