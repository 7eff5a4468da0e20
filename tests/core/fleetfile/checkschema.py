#!/usr/bin/env python3
"""Checks fleet files against the schema: checkschema.py SCHEMA FILE..."""
import json
import sys

import jsonschema
import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
faults = 0
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        for error in validator.iter_errors(yaml.safe_load(file)):
            faults += 1
            print(f"{path}: {'.'.join(map(str, error.absolute_path))}: {error.message}")
sys.exit(1 if faults else 0)
