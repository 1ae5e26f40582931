"""Every address × everybody × every state is answered as the matrix declares, and nothing else is."""

from tests.hostile.asking import Asker
from tests.hostile.matrix import API, PAGES, bodies, lines
from tests.hostile.routes import filled, routes, slots
from tests.hostile.scene import EVERYBODY, Scene

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def answer_in_short(response) -> str:
    leads_to_sign_in = response.status_code == 302 and "/account/login" in response["Location"]
    return "in" if leads_to_sign_in else str(response.status_code)


def differences(scene: Scene, named: dict, ask: Asker, table: str) -> list[str]:
    sent, wrong = bodies(scene), []
    for route, method, template, said in lines(table):
        address = template.format(**named)
        # What is said to all alike is asked for those who differ most.
        for who in EVERYBODY if len(said) > 1 else ("nobody", "author", "organiser"):
            answer = answer_in_short(ask(who, method, address, sent.get((route, method))))
            if answer != said.get(who, said[""]):
                wrong.append(
                    f"{method} {template} by {who}: {answer}, not {said.get(who, said[''])}"
                )
    return wrong


def test_every_route_stands_in_the_matrix():
    declared = {route for route, *_rest in (*lines(PAGES), *lines(API))}
    assert declared == set(routes())


def test_every_page_answers_everybody_as_declared(scene, named, ask):
    wrong = differences(scene, named, ask, PAGES)
    assert not wrong, "\n".join(wrong)


def test_every_resource_answers_everybody_as_declared(scene, named, ask):
    wrong = differences(scene, named, ask, API)
    assert not wrong, "\n".join(wrong)


def test_methods_that_are_not_declared_do_nothing(named, ask):
    """401 is as good as 405 where the API first asks who it is; allauth takes PUT for POST."""
    declared = {(route, method) for route, method, *_r in (*lines(PAGES), *lines(API))}
    addresses = {route: address for route, _m, address, _s in (*lines(PAGES), *lines(API))}
    wrong = []
    for route, template in addresses.items():
        for method in METHODS:
            if (route, method) in declared or route.startswith("account_"):
                continue
            for who in ("nobody", "author", "organiser"):
                answer = answer_in_short(ask(who, method, template.format(**named)))
                if answer not in {"405", "in", "401", "404"}:
                    wrong.append(f"{method} {template} by {who}: {answer}")
    assert not wrong, "\n".join(wrong)


def test_every_refusal_of_the_api_is_a_sentence_with_a_code(scene, named, ask):
    sent, wrong = bodies(scene), []
    for route, method, template, _said in lines(API):
        for who in ("nobody", "citizen", "organiser"):
            answer = ask(who, method, template.format(**named), sent.get((route, method)))
            if answer.status_code < 400:
                continue
            body = answer.json()
            if set(body) != {"detail", "code", "fields"} or not body["detail"].endswith("."):
                wrong.append(f"{method} {template} by {who}: {body}")
    assert not wrong, "\n".join(wrong)


def test_numbers_that_nothing_has_are_not_found(named, ask):
    wrong = []
    for route, template in routes().items():
        names = [
            name for name in slots(template) if name not in {"slug", "name", "width", "receipt"}
        ]
        if not names:
            continue
        who = "moderator" if route.startswith("desk-item") else "organiser"
        methods = METHODS if route.startswith("api-") else ("GET", "POST")
        for number in ("0", "-1", str(10**18), str(2**63), "9" * 40):
            values = {name: [number] for name in names} | {"key": [f"point-{number}"]}
            values |= {"slug": [named["consultation"].slug], "task": ["question"]}
            for address in filled(template, values):
                for method in methods:
                    answer = answer_in_short(ask(who, method, address, {}))
                    if answer not in {"404", "405", "403"}:
                        wrong.append(f"{method} {address} by {who}: {answer}")
    assert not wrong, "\n".join(wrong)
