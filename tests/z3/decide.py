"""Whether anybody can see a campaign, decided by Z3 from its own reading of the specification.

The argument is how much work it may put into each, in its own unit (`rlimit`): a limit in seconds would decide other rules on a busy machine.
Reads campaigns, one JSON object a line, from standard input; writes for each one line `answer microseconds`, where the answer is sat, unsat or
unknown, and the time is that of the check alone, without building the formula. Understands what `rules.rs` generates and nothing else.
"""

import datetime
import json
import re
import sys
import time

import z3

NOW = datetime.datetime(2026, 11, 23, 10, 0, tzinfo=datetime.timezone.utc)
TODAY = NOW.date().toordinal()
SECONDS = {"minute": 60, "hour": 3600, "day": 86400}


class Visitor:
    """The unknown visitor: one variable for each thing that can be asked."""

    def __init__(self):
        self.numbers = {name: z3.Int(name) for name in ["page_views", "visits", "sessions", "session_pages", "views", "clicks", "closes", "conversation_count", "event"]}
        self.first_seen, self.last_seen = z3.Ints("first_seen last_seen")
        self.browser, self.device, self.system, self.language = z3.Ints("browser device system language")
        self.version = z3.Ints("major minor patch")
        self.version_known = z3.Bool("version_known")
        self.url = z3.String("url")
        self.plan, self.plan_set = z3.String("plan"), z3.Bool("plan_set")
        self.seats, self.seats_set, self.seats_number = z3.Real("seats"), z3.Bool("seats_set"), z3.Bool("seats_number")
        self.source, self.source_set = z3.String("source"), z3.Bool("source_set")
        self.elapsed = {name: z3.Real(name) for name in ["inactivity", "time_on_page", "time_on_site"]}
        self.scroll, self.exit = z3.Real("scroll"), z3.Bool("exit")
        self.clicked = {(how, what): z3.Bool(f"clicked {how} {what}") for how in ["selector", "text"] for what in ["buy", "a"]}


BROWSERS = ["chrome", "safari", "edge", "firefox", "samsung_internet", "opera", "other"]
DEVICES = ["mobile", "tablet", "desktop"]
SYSTEMS = ["windows", "macos", "linux", "chromeos", "android", "ios", "other"]
# Every language there could be behaves like one of these: a tag that is asked for, or one that nobody asks for.
LANGUAGES = ["en", "en-us", "tr", "pt", "pt-br", "ja", "xx"]


def relations(v, campaign):
    """What is true of every visitor."""
    n = v.numbers
    yield n["page_views"] >= 1
    yield n["page_views"] <= n["visits"]
    yield n["sessions"] >= 1
    yield n["session_pages"] >= 1
    # Each earlier session has a page at least, and before the first there was none.
    yield n["sessions"] - 1 + n["session_pages"] <= n["visits"]
    yield z3.Implies(n["sessions"] == 1, n["session_pages"] == n["visits"])
    yield n["views"] >= 0
    for done in ["clicks", "closes"]:
        yield n[done] >= 0
        yield n[done] <= n["views"]
    yield n["conversation_count"] >= 0
    yield n["event"] >= 0
    # Nobody does nothing for longer than they are on the page, nor is there for longer than on the site.
    idle, on_page, on_site = v.elapsed.values()
    yield z3.And(0 <= idle, idle <= on_page, on_page <= on_site)
    yield v.last_seen >= TODAY
    yield z3.Implies(n["views"] == 0, v.first_seen == v.last_seen)
    yield v.first_seen <= v.last_seen
    cycle = campaign["schedule"]["repeat_cycle"]
    if cycle:
        # Shown last at the very start of the first day, and seen again at the very end of this one, is the longest time there can be between.
        seconds = cycle["every"] * SECONDS[cycle["unit"]]
        longest = (v.last_seen - v.first_seen) * 86400 + 86399
        yield z3.Implies(n["views"] >= 1, longest >= seconds)
    yield z3.And(0 <= v.browser, v.browser < len(BROWSERS))
    yield z3.And(0 <= v.device, v.device < len(DEVICES))
    yield z3.And(0 <= v.system, v.system < len(SYSTEMS))
    yield z3.And(0 <= v.language, v.language < len(LANGUAGES))
    for part in v.version:
        yield part >= 0
    yield z3.And(v.scroll >= 0, v.scroll <= 100)


def address():
    """The form of a website's page: scheme, host, path, perhaps a query, perhaps a route with one of its own."""
    label = z3.Plus(z3.Union(z3.Range("a", "z"), z3.Range("0", "9")))
    host = z3.Concat(label, z3.Star(z3.Concat(z3.Re("."), label)))
    letter = z3.Union(z3.Range("a", "z"), z3.Range("0", "9"), z3.Re("-"), z3.Re("."), z3.Re("="), z3.Re("_"))
    path = z3.Plus(z3.Concat(z3.Re("/"), z3.Star(letter)))
    query = z3.Concat(z3.Re("?"), z3.Plus(z3.Union(letter, z3.Re("/"), z3.Re("?"))))
    leads = z3.Union(z3.Re("/"), z3.Re("!"))
    route = z3.Concat(z3.Re("#"), leads, z3.Star(z3.Union(letter, leads)), z3.Option(query))
    return z3.Concat(z3.Re("http"), z3.Option(z3.Re("s")), z3.Re("://"), host, path, z3.Option(query), z3.Option(route))


ANY = z3.Star(z3.AllChar(z3.ReSort(z3.StringSort())))
BEFORE_ROUTE = z3.Star(z3.Union(z3.Range("\u0021", "\u0022"), z3.Range("\u0024", "\u007e")))
SCHEME = z3.Union(z3.Re("http://"), z3.Re("https://"))


def at(v, pattern, value):
    """The page's address, or what follows `://` of it, is of this form."""
    has_scheme = re.match(r"[^/?#]*://", value)
    return z3.InRe(v.url, pattern if has_scheme else z3.Concat(SCHEME, pattern))


def page(v, operator, value):
    value = value.lower()
    if operator in ("equals", "not_equals"):
        address, _, route = value.partition("#")
        bare, _, query = address.partition("?")
        route, _, route_query = route.partition("?")

        def asked(query_of_part):
            """What may stand behind a part: any query, or the one that is wanted."""
            if not query and not route_query:
                return z3.Option(z3.Concat(z3.Re("?"), BEFORE_ROUTE))
            return z3.Re("?" + query_of_part) if query_of_part else z3.Option(z3.Re("?"))

        page = z3.Concat(z3.Re(bare.removesuffix("/")), z3.Option(z3.Re("/")), asked(query))
        if route:
            end = z3.Concat(z3.Re("#" + route.removesuffix("/")), z3.Option(z3.Re("/")), asked(route_query))
        else:
            nowhere = z3.Plus(z3.Union(z3.Re("/"), z3.Re("!")))
            end = z3.Option(z3.Concat(z3.Re("#"), nowhere, asked("")))
        return at(v, z3.Concat(page, end), value)
    if operator in ("contains", "not_contains"):
        return at(v, z3.Concat(ANY, z3.Re(value), ANY), value)
    if operator == "starts_with":
        return at(v, z3.Concat(z3.Re(value), ANY), value)
    pieces = [z3.Re(piece) if piece else None for piece in value.split("*")]
    pattern = []
    for index, piece in enumerate(pieces):
        if index:
            pattern.append(ANY)
        if piece is not None:
            pattern.append(piece)
    return at(v, z3.Concat(*pattern) if len(pattern) > 1 else pattern[0], value)


def compared(found, operator, value):
    return {
        "equals": found == value, "not_equals": found == value, "greater_than": found > value, "less_than": found < value,
        "at_least": found >= value, "at_most": found <= value,
    }[operator]


def version(v, operator, value):
    wanted = [int(part) for part in value.split(".")]
    same = z3.And(*[v.version[i] == part for i, part in enumerate(wanted)])
    if operator in ("equals", "not_equals"):
        return z3.And(v.version_known, same)
    beyond = []
    for i, part in enumerate(wanted):
        before = [v.version[j] == wanted[j] for j in range(i)]
        beyond.append(z3.And(*before, v.version[i] > part if operator == "greater_than" else v.version[i] < part))
    return z3.And(v.version_known, z3.Or(*beyond))


def custom(v, condition, operator, value):
    if condition["key"] == "seats":
        if operator in ("is_set", "is_not_set"):
            return v.seats_set
        return z3.And(v.seats_set, v.seats_number, compared(v.seats, operator, z3.RealVal(str(value))))
    return text(v.plan, v.plan_set, operator, value)


def text(found, is_set, operator, value):
    if operator in ("is_set", "is_not_set"):
        return is_set
    if operator in ("contains", "not_contains"):
        return z3.And(is_set, z3.Contains(found, z3.StringVal(value)))
    return z3.And(is_set, found == z3.StringVal(value))


NEGATIVE = {"not_equals", "not_contains", "none_of", "is_not_set"}


def condition(v, c):
    """The condition as a formula; none when it takes no part."""
    field, operator, value = c["field"], c["operator"], c.get("value")
    if c.get("muted") or (value is None and operator not in ("is_set", "is_not_set")):
        return None
    items = value if isinstance(value, list) else [value]
    if field in v.numbers:
        asked = compared(v.numbers[field], operator, value)
    elif field == "browser":
        asked = z3.Or(*[v.browser == BROWSERS.index(item) for item in items])
    elif field == "device_type":
        asked = z3.Or(*[v.device == DEVICES.index(item) for item in items])
    elif field == "operating_system":
        asked = z3.Or(*[v.system == SYSTEMS.index(item) for item in items])
    elif field == "browser_language":
        covered = {i for item in items for i, tag in enumerate(LANGUAGES) if tag == item.lower() or tag.startswith(item.lower() + "-")}
        asked = z3.Or(*[v.language == i for i in sorted(covered)])
    elif field == "browser_version":
        asked = version(v, operator, value)
    elif field in ("first_seen", "last_seen"):
        day, found = datetime.date.fromisoformat(value).toordinal(), getattr(v, field)
        asked = {"on": found == day, "on_or_later": found >= day, "on_or_earlier": found <= day}[operator]
    elif field == "current_page_url":
        asked = page(v, operator, value)
    elif field == "custom":
        asked = custom(v, c, operator, value)
    elif field == "landing_query":
        asked = text(v.source, v.source_set, operator, value)
    elif field in v.elapsed:
        asked = v.elapsed[field] >= z3.RealVal(str(value))
    elif field == "clicked":
        (clicked,) = c["value"].items()
        asked = v.clicked[clicked]
    elif field == "scroll_ratio":
        asked = v.scroll > value if operator == "greater_than" else v.scroll >= value
    else:
        asked = v.exit
    return z3.Not(asked) if operator in NEGATIVE else asked


def node(v, n):
    if "field" in n:
        return condition(v, n)
    joiner = next(word for word in ("all", "any", "none") if word in n)
    parts = [part for part in (node(v, child) for child in n[joiner]) if part is not None]
    if n.get("muted") or not parts:
        return None
    if joiner == "all":
        return z3.And(*parts)
    return z3.Or(*parts) if joiner == "any" else z3.Not(z3.Or(*parts))


def rule(v, campaign):
    audience = node(v, campaign["audience"])
    activity = node(v, {"all": campaign["activity"]["conditions"]})
    parts = [part for part in (audience, activity) if part is not None]
    if not parts:
        return z3.BoolVal(True)
    return z3.Or(*parts) if campaign["activity"]["join"] == "or" else z3.And(*parts)


def uses(campaign, field):
    return f'"field": "{field}"' in json.dumps(campaign)


steps = int(sys.argv[1])
for line in sys.stdin:
    campaign = json.loads(line)
    visitor = Visitor()
    solver = z3.Solver()
    solver.set("rlimit", steps)
    for relation in relations(visitor, campaign):
        solver.add(relation)
    if uses(campaign, "current_page_url"):
        solver.add(z3.InRe(visitor.url, address()))
    solver.add(rule(visitor, campaign))
    begun = time.perf_counter()
    answer = solver.check()
    print(answer, int((time.perf_counter() - begun) * 1e6), flush=True)
