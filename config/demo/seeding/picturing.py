"""A few proposals show a drawing of ours, kept as any picture that comes in."""

import secrets

from config.demo.drawings import drawn
from config.demo.seeding.city import City
from intake.uploads import redrawn
from proposals.models import Picture, Proposal, Version
from proposals.pictures import write_files

PICTURES = {
    "shade-for-the-square": (
        "square",
        "A drawing: plane trees in a row on the market square, three striped stalls in their shade.",
    ),
    "kessel-road-drinks": (
        "street",
        "A drawing: a bed of flowers and three trees along a street, bicycles where cars had stood.",
    ),
    "benches-mill-street": (
        "river",
        "A drawing: three benches on a path by the water, lime trees behind them.",
    ),
}


def show_pictures(city: City) -> None:
    for key, (scene, alt) in PICTURES.items():
        proposal, clean = city.proposals[key], redrawn(drawn(scene))
        picture = Picture.objects.create(
            name=secrets.token_hex(12),
            by=proposal.author,
            proposal=proposal,
            width=clean.width,
            height=clean.height,
            made=proposal.posted,
        )
        write_files(picture, clean.files)
        placed = [
            {"picture": picture.name, "alt": alt, "width": clean.width, "height": clean.height}
        ]
        Version.objects.filter(proposal=proposal).update(pictures=placed)
        Proposal.objects.filter(pk=proposal.pk).update(pictures=placed)
