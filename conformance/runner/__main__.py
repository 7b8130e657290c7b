"""scripts/conformance [NAME…] runs all clients or those named; --check says whether page and results are in step."""

import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from conformance.runner.checks import judge
from conformance.runner.client import Client, ClientError, load_applications, load_client, load_clients
from conformance.runner.page import PAGE, render_page
from conformance.runner.results import Outcome, load_results, merge, stale
from conformance.runner.session import Session, run_program

AT_ONCE = 2  # programs side by side
REFUSALS = ("refused in review", "refused while drawing")
UNTRUE = "it works, though its description says that it cannot"


def main(words: Sequence[str]) -> int:
    names = [word for word in words if not word.startswith("-")]
    strange = set(words) - set(names) - {"--check"}
    if strange:
        print(f"usage: {__doc__}", file=sys.stderr)
        return 2
    try:
        clients = [load_client(name) for name in names] or load_clients()
        return _check() if "--check" in words else _run(clients)
    except ClientError as error:
        print(error, file=sys.stderr)
        return 2


def _check() -> int:
    """1 when the page does not follow from the results, or the results are older than the clients."""
    results = load_results()
    if old := stale(results, [*load_clients(), *load_applications()]):
        print(f"The results are older than these clients: {', '.join(old)}. Run: scripts/conformance {' '.join(old)}")
        return 1
    if not PAGE.exists() or PAGE.read_text("utf-8") != render_page(results):
        print(f"{PAGE.name} does not follow from the results. Run: scripts/conformance")
        return 1
    return 0


def _run(clients: Sequence[Client]) -> int:
    there = [client for client in clients if not _skipped(client)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = list(pool.map(_outcome, there))
    known = [*load_clients(), *load_applications()]
    PAGE.write_text(render_page(merge(outcomes, known)), "utf-8")
    complete = len(there) == len(clients) or not os.environ.get("CI")
    return 0 if complete and not any(outcome.failures for outcome in outcomes) else 1


def _skipped(client: Client) -> bool:
    missing = client.missing()
    if missing:
        print(f"{client.name}: skipped, for {', '.join(missing)} is not installed", flush=True)
    return bool(missing)


def _outcome(client: Client) -> Outcome:
    try:
        version = client.prepare()
    except ClientError as error:
        outcome = Outcome(client=client, version="", failures=dict.fromkeys(_tried(client), str(error)), shown={})
    else:
        with run_program(client) as session:
            failures = {ability: why for ability in _tried(client) if (why := judge(session, ability))}
            failures |= {ability: UNTRUE for ability in client.cannot if _works(session, ability)}
            reports = {name: session.reports.get(name, {}) for name in REFUSALS}
        shown = {name: seen for name, report in reports.items() if isinstance(seen := report.get("seen"), dict)}
        outcome = Outcome(client=client, version=version, failures=failures, shown=shown)
    _tell(outcome)
    return outcome


def _tried(client: Client) -> list[str]:
    return [ability for ability in client.abilities if ability not in client.cannot]


def _works(session: Session, ability: str) -> bool:
    return ability in session.reports and not judge(session, ability)


def _tell(outcome: Outcome) -> None:
    client, tried = outcome.client, _tried(outcome.client)
    works = len(tried) - len(outcome.failures)
    lines = [f"{client.name} {outcome.version}: {works} of {len(tried)}"]
    lines += [f"  {ability}: {why}" for ability, why in outcome.failures.items()]
    print("\n".join(lines), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
