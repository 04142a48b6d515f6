/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Sums of cases by month, category, person and building, and the rows behind them. The columns are those of DeskFigure. */
#define DESK_SQL_FIGURE_CASE \
  "SELECT id, coalesce(category_id, 0), coalesce(assignee_id, 0), coalesce(building_id, 0), state, opened_at, response_minutes, " \
  "response_due, responded_at, completion_due, promised_due, finished_due, done_at, closed_at, reopened, drawn, answer, kind FROM service_case "

#define DESK_SQL_FIGURE(X) \
  X (FIGURE_ADD, "INSERT INTO case_figure (kind, slice, of_id, month, opened, timed, responded, done, due, on_time, ended, reopened, drawn, answered, passed) " \
                 "VALUES (:kind, :slice, :of_id, :month, :opened, :timed, :responded, :done, :due, :on_time, :ended, :reopened, :drawn, :answered, :passed) " \
                 "ON CONFLICT (kind, slice, of_id, month) DO UPDATE SET " \
                 "opened = case_figure.opened + excluded.opened, " \
                 "timed = case_figure.timed + excluded.timed, " \
                 "responded = case_figure.responded + excluded.responded, " \
                 "done = case_figure.done + excluded.done, " \
                 "due = case_figure.due + excluded.due, " \
                 "on_time = case_figure.on_time + excluded.on_time, " \
                 "ended = case_figure.ended + excluded.ended, " \
                 "reopened = case_figure.reopened + excluded.reopened, " \
                 "drawn = case_figure.drawn + excluded.drawn, " \
                 "answered = case_figure.answered + excluded.answered, " \
                 "passed = case_figure.passed + excluded.passed") \
  X (FIGURES, "SELECT of_id, sum(opened), sum(timed), sum(responded), sum(done), sum(due), sum(on_time), sum(ended), sum(reopened), sum(drawn), sum(answered), sum(passed) " \
              "FROM case_figure WHERE kind = :kind AND slice = :slice AND of_id BETWEEN :of_low AND :of_high " \
              "AND month BETWEEN :from AND :to GROUP BY of_id ORDER BY of_id") \
  X (FIGURES_ANY, "SELECT count(*) FROM (SELECT 1 AS one FROM case_figure LIMIT 1) AS first") \
  X (FIGURE_PRUNE, "DELETE FROM case_figure WHERE kind = :kind AND slice = :slice AND of_id = :of_id AND month = :month AND opened = 0") \
  X (FIGURES_CLEAR, "DELETE FROM case_figure") \
  X (FIGURE_CASES, DESK_SQL_FIGURE_CASE "WHERE kind = :kind AND opened_at >= :begin AND opened_at < :end ORDER BY opened_at, id") \
  X (FIGURE_CASES_ALL, DESK_SQL_FIGURE_CASE "ORDER BY id")
