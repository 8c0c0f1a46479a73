"""What can go wrong when an article is brought in: one Chinese sentence that says what to do."""


class ReadError(ValueError):
    """The file cannot become an article; `str()` is one sentence for the editor, `english` the same in English.

    `detail` is where in the program a reader broke, file and line a row; "" when the file alone is the reason.
    """

    def __init__(self, sentence: str, english: str = "", detail: str = "") -> None:
        super().__init__(sentence)
        self.english = english
        self.detail = detail


class PasswordWanted(ReadError):  # noqa: N818 - a question, not a failure
    """The file is locked with a password: ask for it and call again. `wrong` after a password that did not fit."""

    def __init__(self, *, wrong: bool = False) -> None:
        if wrong:
            super().__init__("密码不对，请再输入一次。", "That password does not fit. Type it again.")
        else:
            super().__init__("文件设有打开密码，请输入密码。", "The file is locked with a password. Type it to open the file.")
        self.wrong = wrong


class Cancelled(ReadError):  # noqa: N818 - wanted by the person, not a failure
    """The person who asked for the file called it off."""

    def __init__(self) -> None:
        super().__init__("已取消打开文件。", "Opening the file was cancelled.")
