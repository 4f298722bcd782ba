"""
LibreOffice recalculates many workbooks in one run: prints, workbook by workbook, the values of the sheets asked for.

    python3 batch.py JOBS.json OUT.json

A job is {"workbook": path, "set": [[sheet, cell, value], ...], "sheets": [name, ...]}; a value of null clears a cell.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import uno

from office import connect, prop, values_of


def recalculated(desktop, job):
    document = desktop.loadComponentFromURL(
        uno.systemPathToFileUrl(os.path.abspath(job["workbook"])), "_blank", 0, (prop("Hidden", True),))
    if document is None:
        return {"error": "LibreOffice could not open the workbook"}
    try:
        for sheet, cell, value in job.get("set", []):
            target = document.Sheets.getByName(sheet).getCellRangeByName(cell)
            if value is None:
                target.clearContents(1 | 2 | 4 | 16)
            elif isinstance(value, str):
                target.String = value
            else:
                target.Value = float(value)
        document.calculateAll()
        wanted = job.get("sheets") or list(document.Sheets.ElementNames)
        return {"sheets": {name: values_of(document.Sheets.getByName(name)) for name in wanted}}
    finally:
        document.close(True)


def main():
    jobs_file, out_file = sys.argv[1:3]
    with open(jobs_file) as file:
        jobs = json.load(file)
    profile = tempfile.mkdtemp(prefix="realise-office-")
    pipe = f"realise{os.getpid()}{time.time_ns()}"
    process = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={uno.systemPathToFileUrl(profile)}", f"--accept=pipe,name={pipe};urp",
         "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        _, desktop = connect(pipe, process)
        answers = [recalculated(desktop, job) for job in jobs]
        with open(out_file, "w") as file:
            json.dump(answers, file)
        try:
            desktop.terminate()
            process.wait(10)
        except Exception:
            pass
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        shutil.rmtree(profile, ignore_errors=True)


if __name__ == "__main__":
    main()
