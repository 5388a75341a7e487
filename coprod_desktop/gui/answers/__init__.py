"""The editors of an answer, one for each kind of question, that write with the pen."""
