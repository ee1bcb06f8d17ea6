"""The office: what helps a clerk make and mend records. An editor is built on `bangvang.office.desk.Desk`."""

from bangvang.office.minting import mint_id
from bangvang.office.new_record import ask_for_record

__all__ = ["ask_for_record", "mint_id"]
