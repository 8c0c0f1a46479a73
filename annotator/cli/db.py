"""`annotator db`: prove, back up, restore and upgrade a database, and set a report against it. Reads beside an open window."""

import json
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from annotator.cli.console import Exit, Stop, put, say
from annotator.cli.database import opened
from annotator.oserror import cause


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    for name, (_, words) in _TASKS.items():
        task = tasks.add_parser(name, help=words, description=words)
        if name == "restore":
            task.add_argument("backup", nargs="?", metavar="BACKUP", help="备份文件；不给则列出 / the backup; none lists those there are")
        if name == "verify":
            task.add_argument("report", metavar="REPORT.json", help="JSON 格式的核查报告 / a report in JSON")


def run(options: Namespace) -> int:
    """Exit 0 where all is as it was left, 1 with the differences where it is not, 2 where it cannot be told."""
    return _TASKS[options.task][0](options)


def _check(options: Namespace) -> int:
    from annotator.desk import Damaged

    try:
        with opened(options.database, read_only=True) as desk:
            name, problems = desk.database, desk.check()
    except Damaged as damage:
        name, problems = damage.where, damage.details
    for problem in problems:
        put(problem)
    say(f"{name}: {f'有 {len(problems)} 处和写入时不同' if problems else '完整，记录链没有断'}")
    return Exit.FINDINGS if problems else Exit.DONE


def _back_up(options: Namespace) -> int:
    from annotator.desk import DeskError, default_database
    from annotator.store import backup
    from annotator.store.opening import open_store

    with closing(open_store(options.database or default_database(), read_only=True)) as store:
        if store.path is None:
            raise DeskError("服务器上的核查库请用 pg_dump 备份。")
        put(str(backup.back_up(store.engine, store.path, store.clock())))
    return Exit.DONE


def _restore(options: Namespace) -> int:
    from annotator.desk import backups_of, restore

    known = {path.name: path for path in backups_of(options.database)}
    if options.backup is None:
        for path in known.values():
            put(f"{path}\t{path.stat().st_size / 1e6:.1f} MB")
        say("请选一个：annotator db restore 备份文件" if known else "还没有备份。 / There is no backup yet.")
        return Exit.DONE
    given = Path(options.backup)
    kept = restore(given if given.exists() else known.get(given.name, given), options.database)
    say("已恢复。" + (f"原来的核查库留在 {kept}" if kept else ""))
    return Exit.DONE


def _upgrade(options: Namespace) -> int:
    # opening to write is what upgrades, in one transaction and after a backup
    with opened(options.database) as desk:
        for notice in desk.notices:
            say(notice)
        say(f"{desk.database}: 已是本版本的格式")
    return Exit.DONE


def _verify(options: Namespace) -> int:
    try:
        report = json.loads(Path(options.report).read_bytes())
    except OSError as error:
        raise Stop(f"{options.report}: 报告读不出来（{cause(error)}），请检查路径。 / The report cannot be read.") from error
    except (ValueError, RecursionError) as error:
        raise Stop(f"{options.report}: 不是 JSON 格式的核查报告，请用 -f json 导出的那一份。 / Not a report in JSON.") from error
    with opened(options.database, read_only=True) as desk:
        differences = desk.verify(report)
        for difference in differences:
            put(difference)
        say(f"{options.report}: {'和核查库不符' if differences else '和核查库、稿件文字一致'}")
    return Exit.FINDINGS if differences else Exit.DONE


_TASKS = {
    "check": (_check, "证明数据库完整、校验链没断 / prove integrity, hashes and chain"),
    "backup": (_back_up, "做一个验证过的备份 / make a verified backup"),
    "restore": (_restore, "从备份恢复，原来的留着 / put a backup in its place; the old file is kept"),
    "upgrade": (_upgrade, "升级到本版本的格式，先备份 / bring it to this version, after a backup"),
    "verify": (_verify, "一份 JSON 报告和数据库是否一致 / does a report match the database"),
}
