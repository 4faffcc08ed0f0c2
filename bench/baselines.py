# SPDX-License-Identifier: Apache-2.0
"""Programs that do less than kept with the same file: what it could cost at least."""

import json
import shutil

from machine import available_memory
from workplace import expect


def cat(place):
    """Reads the bytes."""
    return place.measured(["cat", place.file], place.made["bytes"], discard=True)[0]


def xmllint_stream(place):
    """Is it well-formed XML? In bounded memory."""
    if not shutil.which("xmllint"):
        return {"left_out": "xmllint is not installed"}
    return place.measured(["xmllint", "--noout", "--stream", place.file], place.made["bytes"])[0]


def xmllint_schema(place):
    """Is it as the standard's schema asks? With the whole tree in memory."""
    if not shutil.which("xmllint"):
        return {"left_out": "xmllint is not installed"}
    if place.settings.xsd is None:
        return {"left_out": "no schema was given (--xsd DIR)"}
    memory = available_memory()
    if memory is not None and memory < 12 * place.made["bytes"]:
        return {"left_out": "the whole tree would not fit into the memory"}
    schema = place.settings.xsd / "iati-activities-schema.xsd"
    return place.measured(["xmllint", "--noout", "--schema", schema, place.file], place.made["bytes"])[0]


def walk(place):
    """Parses each activity with pugixml and visits its nodes."""
    row, output = place.measured([place.settings.programs / "walk", place.file], place.made["bytes"])
    expect(json.loads(output)["transactions"] == place.made["transactions"], "the walk counts other transactions")
    return row


# Heading of the column that compares with it -> its operation.
BASELINES = {"cat": "cat", "stream": "xmllint --stream", "schema": "xmllint --schema", "walk": "pugixml walk"}
