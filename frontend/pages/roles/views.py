"""Roles given and taken: find somebody, choose, check, done; every step can be gone back on."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations.actions.appointing import appoint, dismiss
from consultations.appointments import (
    appointment_by_number,
    appointments_under,
    may_dismiss,
    may_enter_roles,
    scope_of,
)
from consultations.models import Role
from consultations.phases import day
from frontend.pages.roles.forms import WHAT_THEY_DO, FindForm, RoleForm
from frontend.pages.roles.rows import grouped
from people.queries import person_by_number
from people.verdicts import require


@require_safe
def roles(request):
    """Who holds which role where I organise."""
    require(may_enter_roles(request.user))
    return render(
        request,
        "pages/roles/roles.html",
        {"nav": "roles", "groups": grouped(appointments_under(request.user), timezone.now())},
    )


@require_http_methods(["GET", "POST"])
def find(request):
    """Whom the role is for. By POST, so that no address stands in a log."""
    require(may_enter_roles(request.user))
    form = FindForm(request.POST or None)
    found = form.found if form.is_bound and form.is_valid() else []
    if len(found) == 1:
        return redirect("role-give", found[0].pk)
    now = timezone.now()
    people = [
        {"name": one.display_name, "number": one.pk, "joined": day(one.joined, now)}
        for one in found
    ]
    return render(
        request, "pages/roles/find.html", {"nav": "roles", "form": form, "people": people}
    )


@require_http_methods(["GET", "POST"])
def give(request, number):
    """Which role and where; then a check page; then it is given."""
    require(may_enter_roles(request.user))
    person = person_by_number(number)
    if person is None:
        raise Http404
    form = RoleForm(request.user, request.POST or None)
    values = {"nav": "roles", "form": form, "person": person}
    if not (form.is_bound and form.is_valid()) or "back" in request.POST:
        return render(request, "pages/roles/give.html", values)
    if "sure" not in request.POST:
        return render(request, "pages/roles/check.html", values | {"answers": answers(form)})
    role = Role(form.cleaned_data["role"])
    appoint(
        by=request.user,
        person=person,
        role=role,
        scope=form.scope,
        department=form.cleaned_data["department"],
    )
    messages.success(
        request,
        _("%(name)s now holds a role for %(where)s: %(role)s.")
        % {"name": person.display_name, "where": form.scope, "role": role.label},
    )
    return redirect("roles")


def answers(form: RoleForm) -> list[dict[str, Any]]:
    chosen: list[dict[str, Any]] = [
        {"name": _("Role"), "value": WHAT_THEY_DO[Role(form.cleaned_data["role"])]},
        {"name": _("For"), "value": str(form.scope)},
    ]
    if form.cleaned_data["department"]:
        chosen.append({"name": _("Department"), "value": str(form.cleaned_data["department"])})
    return chosen


@require_http_methods(["GET", "POST"])
def take(request, number):
    """Take a role back, after asking once."""
    require(may_enter_roles(request.user))
    appointment = appointment_by_number(number)
    if appointment is None:
        raise Http404
    words = {
        "name": appointment.person.display_name,
        "where": scope_of(appointment),
        "role": Role(appointment.role).label,
    }
    if request.method == "POST":
        dismiss(by=request.user, appointment=appointment)
        messages.success(
            request, _("%(name)s no longer holds this role for %(where)s: %(role)s.") % words
        )
        return redirect("roles" if may_enter_roles(request.user) else "your-voice")
    return render(
        request,
        "pages/roles/take.html",
        {"nav": "roles", "verdict": may_dismiss(request.user, appointment), **words},
    )
