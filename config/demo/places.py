"""Lindhaven and what it lies in: eleven neighbourhoods, five districts, and up to the Union.

The country and the province are as invented as the city.
"""

from .shapes import Place

ROOT = "european-union"
CITY = "lindhaven"

PLACES = (
    Place("european-union", "European Union", "eu", None),
    Place("estmark", "Estmark", "nation", "european-union"),
    Place("province-of-marrow", "Province of Marrow", "province", "estmark"),
    Place("lindhaven", "Lindhaven", "city", "province-of-marrow"),
    Place("old-town", "Old Town", "district", "lindhaven"),
    Place("eastside", "Eastside", "district", "lindhaven"),
    Place("northbank", "Northbank", "district", "lindhaven"),
    Place("harbour", "Harbour", "district", "lindhaven"),
    Place("westfield", "Westfield", "district", "lindhaven"),
    Place("market-quarter", "Market Quarter", "neighbourhood", "old-town"),
    Place("tolhuis", "Tolhuis", "neighbourhood", "old-town"),
    Place("linden-park", "Linden Park", "neighbourhood", "eastside"),
    Place("kessel-road", "Kessel Road", "neighbourhood", "eastside"),
    Place("depot-yard", "Depot Yard", "neighbourhood", "eastside"),
    Place("lock-meadows", "Lock Meadows", "neighbourhood", "northbank"),
    Place("brickfields", "Brickfields", "neighbourhood", "northbank"),
    Place("quayside", "Quayside", "neighbourhood", "harbour"),
    Place("ropewalk", "Ropewalk", "neighbourhood", "harbour"),
    Place("orchard-end", "Orchard End", "neighbourhood", "westfield"),
    Place("the-allotments", "The Allotments", "neighbourhood", "westfield"),
)
