"""What is counted against floods, and that a flood cannot wash its own count away."""

from people.limits import count_one

NOON = 43_200.0


def test_each_is_counted_by_itself_until_its_minute_is_over():
    assert count_one("writes.amara", 60, NOON) == (1, 60)
    assert count_one("writes.amara", 60, NOON + 50) == (2, 10)
    assert count_one("writes.chidi", 60, NOON + 50) == (1, 10)
    assert count_one("writes.amara", 60, NOON + 60) == (1, 60)


def test_a_thousand_others_do_not_make_us_forget_the_first():
    count_one("writes.amara", 60, NOON)
    for number in range(1_000):
        count_one(f"writes.{number}", 60, NOON)
    assert count_one("writes.amara", 60, NOON)[0] == 2
