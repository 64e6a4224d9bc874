"""What comes out of a text box, made safe to save and to count."""


def clean(text: str) -> str:
    r"""Return `text` with `\n` line ends and without lone surrogates, which no UTF-8 file can hold.

    A browser's text box has `\n` line ends alone; offsets agree only when ours has too.
    """
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\r\n", "\n").replace("\r", "\n")
