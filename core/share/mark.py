"""What tells a share and a library from other files: the application id, in the first page."""

from core import schema
from core.store.kind import is_library, is_share

__all__ = ["APPLICATION_ID", "is_library", "is_share"]

APPLICATION_ID = schema.SHARE_ID
