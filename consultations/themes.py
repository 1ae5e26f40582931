"""The eight themes every city begins with: four that press on it, four where new answers grow."""

from typing import Any

from django.utils.translation import gettext_lazy as _

THREATS = frozenset(
    {
        "demographic-decline",
        "economic-development",
        "social-polarisation",
        "depletion-of-natural-resources",
    }
)

THEMES: tuple[tuple[str, Any, Any], ...] = (
    (
        "demographic-decline",
        _("Demographic decline"),
        _(
            "Fewer children, more old people, and people who move away: how the city stays a good place for every age."
        ),
    ),
    (
        "economic-development",
        _("Economic development and competitiveness"),
        _("Work and firms that stay, and streets in which it pays to open a shop."),
    ),
    (
        "social-polarisation",
        _("Social polarisation"),
        _("What pulls neighbours apart, and what lets people who differ live well together."),
    ),
    (
        "depletion-of-natural-resources",
        _("Depletion of natural resources"),
        _("Water, soil, trees and clean air: how to use up no more than grows back."),
    ),
    (
        "new-urban-economies",
        _("New urban economies"),
        _("Repair, reuse, food grown nearby, and money that stays in the city."),
    ),
    (
        "jobs-for-young-people",
        _("Jobs for young people"),
        _("What stands between school and a first contract, and how to clear it away."),
    ),
    (
        "social-innovation",
        _("Social innovation"),
        _("What neighbours already do for each other, and what the city can lend them."),
    ),
    (
        "sustainable-regeneration",
        _("Sustainable regeneration"),
        _("Empty buildings and tired squares in use again, without pushing anybody out."),
    ),
)
"""Slug, name and one line for each; made into words in the language of the city that begins."""
