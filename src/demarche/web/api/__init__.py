"""The JSON API: it mirrors the Python API name for name, and only reads."""

from demarche.web.api.routes import router

__all__ = ["router"]
