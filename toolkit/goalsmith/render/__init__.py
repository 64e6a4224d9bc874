"""Plans, cases and assessments as escaped HTML and as comments: one look for widgets, grading and reports.

Comes in: objects of `goalsmith.model`. Goes out: strings. A learner's words are always escaped here.
"""

from goalsmith.render.case import case_html
from goalsmith.render.change import change_html, labelled, levels_of
from goalsmith.render.client_page import check_in, client_page
from goalsmith.render.comments import letter_comment, part_comment, plain
from goalsmith.render.html import clean_html, markdown_html
from goalsmith.render.interview import debrief_html, facts_html
from goalsmith.render.marks import marked_html
from goalsmith.render.peer import peer_comment
from goalsmith.render.plan import plan_html
from goalsmith.render.print_page import print_page
from goalsmith.render.reviews import answers_html, comment_html, review_file_html, review_html
from goalsmith.render.stage_work import stages_html, work_html
from goalsmith.render.stages import (
    problem_names,
    readings_html,
    result_comment,
    result_html,
    session_html,
    threads_html,
)
from goalsmith.render.thread import ranked_problems, thread_html
from goalsmith.render.whole import whole_html
from goalsmith.render.words import CSS, LEVEL_WORDS, level_text

__all__ = [
    "CSS",
    "LEVEL_WORDS",
    "answers_html",
    "case_html",
    "change_html",
    "check_in",
    "clean_html",
    "client_page",
    "comment_html",
    "debrief_html",
    "facts_html",
    "labelled",
    "letter_comment",
    "level_text",
    "levels_of",
    "markdown_html",
    "marked_html",
    "part_comment",
    "peer_comment",
    "plain",
    "plan_html",
    "print_page",
    "problem_names",
    "ranked_problems",
    "readings_html",
    "result_comment",
    "result_html",
    "review_file_html",
    "review_html",
    "session_html",
    "stages_html",
    "thread_html",
    "threads_html",
    "whole_html",
    "work_html",
]
