"""
LibreOffice as a second opinion: opens a workbook, recalculates every cell, prints all values as JSON.

    python3 office.py MODEL.xlsx [--pages FOLDER] [--charts FOLDER] [--save-as OUT.xlsx] [--set SHEET CELL VALUE]...

Each call has its own profile and its own pipe, so that many may run at once. Needs python3-uno.
"""
import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

STARTING_SECONDS = 90


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(pipe, process):
    """The desktop of the office that was just started, as soon as it answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + STARTING_SECONDS
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("LibreOffice did not start")
            time.sleep(0.1)


def letters(column):
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def values_of(sheet):
    """Every cell of a sheet that holds something: numbers as numbers, errors as '#ERR 502'."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    area = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow)
    cells = {}
    for row, line in enumerate(area.getDataArray()):
        for column, value in enumerate(line):
            if value is not None and value != "":
                cells[f"{letters(column)}{row + 1}"] = value
    for address in area.queryFormulaCells(4).RangeAddresses:
        for row in range(address.StartRow, address.EndRow + 1):
            for column in range(address.StartColumn, address.EndColumn + 1):
                cells[f"{letters(column)}{row + 1}"] = f"#ERR {sheet.getCellByPosition(column, row).getError()}"
    return cells


def export_charts(context, document, folder):
    """One PNG a chart: SHEET-NAME.png. Returns their names with how many series each drew."""
    os.makedirs(folder, exist_ok=True)
    names = []
    for sheet in document.Sheets:
        for index in range(sheet.DrawPage.Count):
            shape = sheet.DrawPage.getByIndex(index)
            if not shape.supportsService("com.sun.star.drawing.OLE2Shape"):
                continue
            export = context.ServiceManager.createInstanceWithContext("com.sun.star.drawing.GraphicExportFilter", context)
            export.setSourceDocument(shape)
            name = f"{sheet.Name}-{index + 1}.png"
            export.filter((prop("URL", uno.systemPathToFileUrl(os.path.abspath(os.path.join(folder, name)))), prop("MediaType", "image/png")))
            names.append(name)
    return names


def charts_of(document):
    return {sheet.Name: [chart.Name for chart in (sheet.Charts.getByIndex(i) for i in range(sheet.Charts.Count))] for sheet in document.Sheets if sheet.Charts.Count}


def change(document, changes):
    for sheet, cell, value in changes:
        target = document.Sheets.getByName(sheet).getCellRangeByName(cell)
        try:
            target.Value = float(value)
        except ValueError:
            target.Formula = value


def work(context, desktop, options):
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(os.path.abspath(options.workbook)), "_blank", 0, (prop("Hidden", True), prop("ReadOnly", True)))
    if document is None:
        raise RuntimeError("LibreOffice could not open the workbook")
    try:
        change(document, options.set or [])
        document.calculateAll()
        answer = {
            "sheets": {sheet.Name: values_of(sheet) for sheet in document.Sheets},
            "charts": charts_of(document),
            "names": {name: document.NamedRanges.getByName(name).Content for name in document.NamedRanges.ElementNames},
        }
        if options.charts:
            answer["pictures"] = export_charts(context, document, options.charts)
        if options.pages:
            os.makedirs(options.pages, exist_ok=True)
            pdf = os.path.join(os.path.abspath(options.pages), "pages.pdf")
            document.storeToURL(uno.systemPathToFileUrl(pdf), (prop("FilterName", "calc_pdf_Export"),))
        if options.save_as:
            document.storeToURL(uno.systemPathToFileUrl(os.path.abspath(options.save_as)), (prop("FilterName", "Calc MS Excel 2007 XML"),))
        return answer
    finally:
        document.close(True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("workbook")
    parser.add_argument("--pages")
    parser.add_argument("--charts")
    parser.add_argument("--save-as")
    parser.add_argument("--set", nargs=3, action="append")
    options = parser.parse_args()
    profile = tempfile.mkdtemp(prefix="realise-office-")
    pipe = f"realise{os.getpid()}{time.time_ns()}"
    process = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={uno.systemPathToFileUrl(profile)}", f"--accept=pipe,name={pipe};urp", "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        context, desktop = connect(pipe, process)
        json.dump(work(context, desktop, options), sys.stdout)
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
