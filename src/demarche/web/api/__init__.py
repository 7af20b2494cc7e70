"""The JSON API: it mirrors the Python API name for name, and only reads."""

from __future__ import annotations

from fastapi import APIRouter

from demarche.web.api import answers, checks, lists, routes

router = APIRouter()
for _part in (routes.router, answers.router, lists.router, checks.router):
    router.include_router(_part)

__all__ = ["router"]
