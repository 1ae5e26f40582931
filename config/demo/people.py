"""Two hundred people of Lindhaven, all invented; twelve of them can be signed in as."""

import re
import unicodedata

from .shapes import Person

_DEMO = (
    ("citizen1", "Amara Osei", "citizen", "market-quarter", None),
    ("citizen2", "Jonas Maas", "citizen", "tolhuis", None),
    ("citizen3", "Leila Marsh", "citizen", "depot-yard", None),
    ("citizen4", "Tomasz Wrona", "citizen", "brickfields", None),
    ("citizen5", "Mirela Ionescu", "citizen", "lock-meadows", None),
    ("moderator", "Noor Haddad", "civil-servant", "lindhaven", "moderator"),
    ("moderator2", "Chidi Eze", "civil-servant", "lindhaven", "moderator"),
    ("evaluator", "Ilse Brandt", "civil-servant", "lindhaven", "evaluator"),
    ("organiser", "Bo Lindqvist", "civil-servant", "lindhaven", "organiser"),
    ("organiser2", "Petra Blom", "civil-servant", "lindhaven", "organiser"),
    ("counter", "Ewa Sikora", "civil-servant", "lindhaven", "counter-officer"),
    ("editor", "Ruta Kalnina", "civil-servant", "lindhaven", "editor"),
)

_CIVIL_SERVANTS = """
    Karim Bell, Hanne Vos, Stelian Dobre, Maud Verlinden, Oskar Lehto, Brigid Nolan
"""

_POLICY_MAKERS = "Ragna Thorsen, Emil Tichy, Corinne Lavaur"

_ASSOCIATIONS = """
    Youth Council of Lindhaven, School Parents’ Council, Eastside Residents’ Association,
    Market Traders’ Guild, Tenants’ Union Old Town, Cyclists of the Marrow Valley,
    Harbour Choir, Friends of the Canal, Northbank Elders’ Table, Repair Circle Depot,
    Parents of Linden Park, Lindhaven Beekeepers
"""

_BUSINESSES = """
    Bakery Three Ovens, Kade Bicycle Works, Hotel Lockkeeper, Vandermolen Joinery,
    Salt and Rope Café, Brightwater Cleaning, Studio Ropewalk, Petrescu Electrics,
    Harbour Cold Store, Second Spring Clothes
"""

_INSTITUTIONS = "Saint Odile Hospital, Technical School Westfield, City Archives, Eastside School"

_CITIZENS = {
    "market-quarter": """
        Ines Cardoso, Anneke de Wit, Kaspar Lund, Tadeusz Malik, Beatriz Fonseca, Piet Oosterhuis,
        Yannis Vlahos, Rosalie Kern, Milo Benedetti, Agnes Farkas, Idris Kone, Hedda Solberg,
        Casper Broekman, Lucia Ferrante
    """,
    "tolhuis": """
        Marguerite Duval, Anton Reiter, Saskia Blok, Dariusz Pawlak, Eleni Pappas, Fergus Doyle,
        Wilma Hartog, Nikola Petrov, Zeynep Aydin, Georges Lambert, Liv Amundsen, Raul Moreno,
        Thea Winkler, Jarmila Novotna
    """,
    "linden-park": """
        Marta Kowal, Samuel Boateng, Greet Peeters, Ilkka Virtanen, Sofia Almeida, Daan Kuipers,
        Fatou Diallo, Viktor Hlavaty, Orla Brennan, Mehmet Kaya, Julie Sørensen, Pavel Toman,
        Chiara Lombardi, Benno Fuchs, Aoife Kearney
    """,
    "kessel-road": """
        Henk Timmer, Grete Holm, Radka Stoyanova, Luc Marchand, Amina Yusuf, Jürgen Pohl,
        Silvia Conti, Bartosz Zielak, Maarten Smit, Nadia Benali, Pekka Rantala, Olena Kovalchuk,
        Cees van Dam, Irena Horvat
    """,
    "depot-yard": """
        Ruben Adler, Ivo Marek, Khadija Amrani, Sven Bergqvist, Paloma Reyes, Artem Bondar,
        Lotte Jansen, Dragan Ilic, Mila Rozman, Abdel Touati, Janneke Prins, Stanka Dimova,
        Gianni Russo, Elif Demir
    """,
    "lock-meadows": """
        Wout Dekker, Birgit Strand, Carmen Ortega, Ödön Szabo, Rhiannon Pryce, Tijs Vermeer,
        Agata Nowicka, Hamid Rezai, Solveig Dahl, Matteo Greco, Vesna Kralj, Joost Hendriks,
        Pilar Navarro, Ulla Mäkinen
    """,
    "brickfields": """
        Ilija Savic, Nuala Flynn, Bogdan Munteanu, Elke Baumann, Kwame Asante, Jolanta Wilk,
        Rik Postma, Selma Hodzic, Patrice Colin, Dorota Lis, Yusuf Warsame, Marit Eide,
        Florin Stanciu, Hilde Claessens
    """,
    "quayside": """
        Sadia Noor, Arvid Nyman, Teresa Pinto, Lars Mortensen, Giulia Ferri, Youssef Haddou,
        Kirsten Bakke, Zoltan Kiss, Anouk Lefevre, Petros Economou, Maeve Tierney, Simon Hrubý,
        Danuta Gorska, Ali Rahimi
    """,
    "ropewalk": """
        Jun Park, Cato Willems, Mariana Costa, Gunnar Holt, Ksenija Babic, Thierry Moulin,
        Aylin Çelik, Barend Mulder, Nora Fitzpatrick, Ludo Geerts, Ivana Sedlak, Omar Said,
        Hanna Korhonen, Diogo Teixeira
    """,
    "orchard-end": """
        Ottilie Brandl, Rens van Beek, Katya Morozova, Declan Hughes, Sara Lindgren, Iulian Popa,
        Marijke Schouten, Tarek Mansour, Helga Ritter, Bruno Salvi, Eszter Varga, Koen Maes,
        Laima Petraitis
    """,
    "the-allotments": """
        Fritz Ackermann, Dunja Maric, Pia Lundgren, Rogier Bos, Alma Jusic, Stefan Dragomir,
        Ciara Moran, Yvonne Thijs, Emre Yildiz, Britt Hagen, Kamil Dudek, Francesca Villa,
        Jelle Hoekstra
    """,
}


def key_of(name: str) -> str:
    """The short name a text calls somebody by: “Zoë de Wit” is `zoe-de-wit`."""
    folded = name.translate(str.maketrans("øØçÇ", "oOcC"))
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _names(text: str) -> list[str]:
    return [" ".join(name.split()) for name in text.split(",")]


def _neighbours(kind: str, text: str, place: str) -> list[Person]:
    return [
        Person(
            key=key_of(name),
            name=name,
            kind=kind,
            email=f"{key_of(name)}@lindhaven.example",
            place=place,
        )
        for name in _names(text)
    ]


def _everybody() -> tuple[Person, ...]:
    people = [
        Person(key_of(name), name, kind, f"{account}@example.org", place, role, signs_in=True)
        for account, name, kind, place, role in _DEMO
    ]
    people += _neighbours("civil-servant", _CIVIL_SERVANTS, "lindhaven")
    people += _neighbours("policy-maker", _POLICY_MAKERS, "lindhaven")
    people += _neighbours("association", _ASSOCIATIONS, "lindhaven")
    people += _neighbours("business", _BUSINESSES, "lindhaven")
    people += _neighbours("institution", _INSTITUTIONS, "lindhaven")
    for place, names in _CITIZENS.items():
        people += _neighbours("citizen", names, place)
    return tuple(people)


PEOPLE = _everybody()
