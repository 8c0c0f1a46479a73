"""Every text of the window goes through `tr`: Chinese is the source, English comes from resources/i18n/en.qm (resources/i18n/make.py)."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from annotator import paths

CONTEXT = "desk"
LANGUAGES = {"zh": "中文", "en": "English"}


def tr(text: str, sense: str = "", *, n: int | None = None) -> str:
    """The text in the language of the window.

    `text` and `sense` are literals, so that the tool finds them; `sense` keeps apart equal Chinese with two meanings. `n` fills %n and
    picks the plural form. Fill other places afterwards with `.format(name=…)`.
    """
    return QCoreApplication.translate(CONTEXT, text, sense or None, -1 if n is None else n)


def language(wanted: str) -> str:
    """The language to show: the wanted one, or for "system" English where the system speaks a language that is not Chinese."""
    if wanted in LANGUAGES:
        return wanted
    return "zh" if QLocale.system().language() in {QLocale.Language.Chinese, QLocale.Language.C} else "en"


_loaded: dict[str, QTranslator] = {}


def shown_language() -> str:
    """The code of the language of the window."""
    return next(iter(_loaded), "zh")


def speak(code: str) -> None:
    """Load the texts of a language for all widgets made from now on."""
    for translator in _loaded.values():
        QCoreApplication.removeTranslator(translator)
    _loaded.clear()
    if code != "zh":
        translator = QTranslator()
        if not translator.load(str(paths.resource("i18n", f"{code}.qm"))):
            raise FileNotFoundError(f"resources/i18n/{code}.qm")
        QCoreApplication.installTranslator(translator)
        _loaded[code] = translator
