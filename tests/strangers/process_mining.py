"""Reads Khen's event logs with PM4Py and checks every case against the gates.

    process_mining.py --xes FILE --ocel FILE --bpmn FILE --declare FILE [--departing CASE ...]

Fails unless the four files open, agree with each other, and exactly the cases named with
--departing depart from the process or break a constraint.
"""

import argparse
import json
import sys

import pm4py


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--xes", "--ocel", "--bpmn", "--declare"):
        parser.add_argument(name, required=True)
    parser.add_argument("--departing", nargs="*", default=[])
    return parser.parse_args()


def gates_only(xes):
    """One event per gate that a case came to, named by the gate."""
    log = pm4py.read_xes(xes, return_legacy_log_object=False)
    moved = log[log["khen:gate"].notna()].copy()
    moved["concept:name"] = moved["khen:gate"]
    return log, moved


def departing_from_process(log, bpmn):
    net = pm4py.convert_to_petri_net(pm4py.read_bpmn(bpmn))
    cases = list(log["case:concept:name"].unique())
    replayed = pm4py.conformance_diagnostics_token_based_replay(log, *net)
    return {case for case, told in zip(cases, replayed) if not told["trace_is_fit"]}


def departing_from_constraints(log, declare):
    with open(declare, encoding="utf-8") as file:
        constraints = json.load(file)["constraints"]
    model = {}
    for one in constraints:
        gates = one["activities"]
        key = gates[0] if len(gates) == 1 else tuple(gates)
        model.setdefault(one["template"], {})[key] = {"support": 1, "confidence": 1}
    cases = list(log["case:concept:name"].unique())
    told = pm4py.conformance_declare(log, model)
    return {case for case, one in zip(cases, told) if one["no_dev_total"] > 0}


def check(name, found, expected):
    if found != expected:
        sys.exit(f"{name}: {sorted(found)}, expected {sorted(expected)}")
    print(f"{name}: {len(found)}")


def main():
    given = arguments()
    log, moved = gates_only(given.xes)
    expected = set(given.departing)
    process = departing_from_process(moved, given.bpmn)
    constraints = departing_from_constraints(moved, given.declare)
    check("cases that depart from the process or its constraints", process | constraints, expected)

    ocel = pm4py.read_ocel2_json(given.ocel)
    cases = set(log["case:concept:name"])
    objects = ocel.objects[ocel.objects["ocel:type"] == "nomination"]["ocel:oid"]
    check("nominations in both logs", {oid.split(":", 1)[1] for oid in objects}, cases)
    declared = set(ocel.objects["ocel:oid"])
    check("relationships that lead nowhere", set(ocel.relations["ocel:oid"]) - declared, set())
    times = ocel.events["ocel:timestamp"]
    if not times.is_monotonic_increasing:
        sys.exit("events of the object-centric log are not in the order of their times")
    flat = pm4py.ocel_flattening(ocel, "nomination")
    check("nominations after flattening", {case.split(":", 1)[1] for case in flat["case:concept:name"]}, cases)
    print(f"{len(log)} events of {len(cases)} cases, {len(ocel.events)} events of {len(declared)} objects")


if __name__ == "__main__":
    main()
