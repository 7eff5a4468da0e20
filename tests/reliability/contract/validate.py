#!/usr/bin/env python3
"""Holds answers against an OpenAPI document: validate.py OPENAPI ANSWERS

ANSWERS has one JSON object per line: method, pattern (as in the document), status, type, headers and body.
"""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    document = json.load(file)
faults = 0
seen = set()


def complain(answer, what):
    global faults
    faults += 1
    print(f"{answer['method']} {answer['pattern']} {answer['status']}: {what}")


with open(sys.argv[2], encoding="utf-8") as file:
    answers = [json.loads(line) for line in file]
for answer in answers:
    operation = document["paths"].get(answer["pattern"], {}).get(answer["method"].lower())
    if operation is None:
        complain(answer, "is not in the document")
        continue
    seen.add((answer["method"], answer["pattern"]))
    described = operation["responses"].get(str(answer["status"]))
    if described is None:
        complain(answer, "this status is not in the document: " + answer["body"][:200])
        continue
    for name, header in described.get("headers", {}).items():
        if header.get("required") and name.lower() not in answer["headers"]:
            complain(answer, f"the header {name} is missing")
    kinds = described.get("content", {})
    kind = answer["type"].split(";")[0]
    if not kinds:
        if answer["body"]:
            complain(answer, "has a body, which is not in the document")
        continue
    if kind not in kinds:
        complain(answer, f"is {kind}, and not one of {', '.join(kinds)}")
        continue
    if not kind.endswith("json"):
        continue
    schema = dict(kinds[kind].get("schema", {}), components=document["components"])
    lines = answer["body"].splitlines() if kind == "application/x-ndjson" else [answer["body"]]
    for line in lines:
        validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        for error in validator.iter_errors(json.loads(line)):
            complain(answer, f"{'.'.join(map(str, error.absolute_path))}: {error.message[:300]}")
for path, operations in document["paths"].items():
    for method in operations:
        if (method.upper(), path) not in seen:
            faults += 1
            print(f"{method.upper()} {path}: was not asked")
print(f"{len(answers)} answers, {len(seen)} calls, {faults} faults")
sys.exit(1 if faults else 0)
