"""Who at Town Hall, in the district and in the province has to answer."""

from .shapes import Department

DEPARTMENTS = (
    Department("participation", "Participation desk", "lindhaven"),
    Department("parks", "Parks and Trees", "lindhaven"),
    Department("streets", "Streets and Squares", "lindhaven"),
    Department("water", "Water and Drains", "lindhaven"),
    Department("housing", "Housing", "lindhaven"),
    Department("work", "Work and Skills", "lindhaven"),
    Department("sports-culture", "Sports and Culture", "lindhaven"),
    Department("buildings", "Schools and Buildings", "lindhaven"),
    Department("legal", "Legal", "lindhaven"),
    Department("eastside-office", "Eastside district office", "eastside"),
    Department("marrow-mobility", "Marrow Mobility", "province-of-marrow"),
)
