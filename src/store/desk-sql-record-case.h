/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One record of desk log and cases: as in desk-sql-record.h, in the order of desk-register-case.c. */
#define DESK_SQL_RECORD_CASE(X) \
  X (CALENDAR_GET, \
     "SELECT id, version, nick, name, hours, weekdays, holidays FROM calendar WHERE id = :id") \
  X (CALENDAR_INSERT, \
     "INSERT INTO calendar (id, version, nick, name, hours, weekdays, holidays) VALUES (:id, " \
     ":version, :nick, :name, :hours, :weekdays, :holidays)") \
  X (CALENDAR_UPDATE, \
     "UPDATE calendar SET version = version + 1, nick = :nick, name = :name, hours = :hours, " \
     "weekdays = :weekdays, holidays = :holidays WHERE id = :id AND version = :version") \
  X (CALENDAR_DELETE, \
     "DELETE FROM calendar WHERE id = :id AND version = :version") \
  X (CALENDAR_DAY_GET, \
     "SELECT id, version, day, work, note FROM calendar_day WHERE id = :id") \
  X (CALENDAR_DAY_INSERT, \
     "INSERT INTO calendar_day (id, version, day, work, note) VALUES (:id, :version, :day, " \
     ":work, :note)") \
  X (CALENDAR_DAY_UPDATE, \
     "UPDATE calendar_day SET version = version + 1, day = :day, work = :work, note = :note " \
     "WHERE id = :id AND version = :version") \
  X (CALENDAR_DAY_DELETE, \
     "DELETE FROM calendar_day WHERE id = :id AND version = :version") \
  X (CATEGORY_GET, \
     "SELECT id, version, parent_id, case_kind, name, urgency, severity, response_minutes, " \
     "response_calendar_id, amount, duration_unit, calendar_id, callback_share, " \
     "callback_days, warranty_part, price_from, price_to, duty_id, words, script, rank, " \
     "retired_on FROM category WHERE id = :id") \
  X (CATEGORY_INSERT, \
     "INSERT INTO category (id, version, parent_id, case_kind, name, urgency, severity, " \
     "response_minutes, response_calendar_id, amount, duration_unit, calendar_id, " \
     "callback_share, callback_days, warranty_part, price_from, price_to, duty_id, words, " \
     "script, rank, retired_on) VALUES (:id, :version, :parent_id, :case_kind, :name, " \
     ":urgency, :severity, :response_minutes, :response_calendar_id, :amount, " \
     ":duration_unit, :calendar_id, :callback_share, :callback_days, :warranty_part, " \
     ":price_from, :price_to, :duty_id, :words, :script, :rank, :retired_on)") \
  X (CATEGORY_UPDATE, \
     "UPDATE category SET version = version + 1, parent_id = :parent_id, case_kind = " \
     ":case_kind, name = :name, urgency = :urgency, severity = :severity, response_minutes = " \
     ":response_minutes, response_calendar_id = :response_calendar_id, amount = :amount, " \
     "duration_unit = :duration_unit, calendar_id = :calendar_id, callback_share = " \
     ":callback_share, callback_days = :callback_days, warranty_part = :warranty_part, " \
     "price_from = :price_from, price_to = :price_to, duty_id = :duty_id, words = :words, " \
     "script = :script, rank = :rank, retired_on = :retired_on WHERE id = :id AND version = " \
     ":version") \
  X (CATEGORY_DELETE, \
     "DELETE FROM category WHERE id = :id AND version = :version") \
  X (PLACE_GET, \
     "SELECT id, version, building_id, name FROM place WHERE id = :id") \
  X (PLACE_INSERT, \
     "INSERT INTO place (id, version, building_id, name) VALUES (:id, :version, " \
     ":building_id, :name)") \
  X (PLACE_UPDATE, \
     "UPDATE place SET version = version + 1, building_id = :building_id, name = :name WHERE " \
     "id = :id AND version = :version") \
  X (PLACE_DELETE, \
     "DELETE FROM place WHERE id = :id AND version = :version") \
  X (PHRASE_GET, \
     "SELECT id, version, name, scope, category_id, words, rank FROM phrase WHERE id = :id") \
  X (PHRASE_INSERT, \
     "INSERT INTO phrase (id, version, name, scope, category_id, words, rank) VALUES (:id, " \
     ":version, :name, :scope, :category_id, :words, :rank)") \
  X (PHRASE_UPDATE, \
     "UPDATE phrase SET version = version + 1, name = :name, scope = :scope, category_id = " \
     ":category_id, words = :words, rank = :rank WHERE id = :id AND version = :version") \
  X (PHRASE_DELETE, \
     "DELETE FROM phrase WHERE id = :id AND version = :version") \
  X (VISIT_GET, \
     "SELECT id, version, at, staff_id, owner_id, channel, kind, unit_id, place_id, " \
     "person_id, caller, phone, about, summary, closed_at, praised_id, offered_id, handing, " \
     "handing_reason, link_kind, link_id FROM visit WHERE id = :id") \
  X (VISIT_INSERT, \
     "INSERT INTO visit (id, version, at, staff_id, owner_id, channel, kind, unit_id, " \
     "place_id, person_id, caller, phone, about, summary, closed_at, praised_id, offered_id, " \
     "handing, handing_reason, link_kind, link_id) VALUES (:id, :version, :at, :staff_id, " \
     ":owner_id, :channel, :kind, :unit_id, :place_id, :person_id, :caller, :phone, :about, " \
     ":summary, :closed_at, :praised_id, :offered_id, :handing, :handing_reason, :link_kind, " \
     ":link_id)") \
  X (VISIT_UPDATE, \
     "UPDATE visit SET version = version + 1, at = :at, staff_id = :staff_id, owner_id = " \
     ":owner_id, channel = :channel, kind = :kind, unit_id = :unit_id, place_id = :place_id, " \
     "person_id = :person_id, caller = :caller, phone = :phone, about = :about, summary = " \
     ":summary, closed_at = :closed_at, praised_id = :praised_id, offered_id = :offered_id, " \
     "handing = :handing, handing_reason = :handing_reason, link_kind = :link_kind, link_id " \
     "= :link_id WHERE id = :id AND version = :version") \
  X (VISIT_DELETE, \
     "DELETE FROM visit WHERE id = :id AND version = :version") \
  X (MEMO_GET, \
     "SELECT id, version, visit_id, to_id, staff_id, at, from_name, phone, unit_id, text, " \
     "call_at, read_back, delivered_at, answered_at, answer FROM memo WHERE id = :id") \
  X (MEMO_INSERT, \
     "INSERT INTO memo (id, version, visit_id, to_id, staff_id, at, from_name, phone, " \
     "unit_id, text, call_at, read_back, delivered_at, answered_at, answer) VALUES (:id, " \
     ":version, :visit_id, :to_id, :staff_id, :at, :from_name, :phone, :unit_id, :text, " \
     ":call_at, :read_back, :delivered_at, :answered_at, :answer)") \
  X (MEMO_UPDATE, \
     "UPDATE memo SET version = version + 1, visit_id = :visit_id, to_id = :to_id, staff_id " \
     "= :staff_id, at = :at, from_name = :from_name, phone = :phone, unit_id = :unit_id, " \
     "text = :text, call_at = :call_at, read_back = :read_back, delivered_at = " \
     ":delivered_at, answered_at = :answered_at, answer = :answer WHERE id = :id AND version " \
     "= :version") \
  X (MEMO_DELETE, \
     "DELETE FROM memo WHERE id = :id AND version = :version") \
  X (SERVICE_CASE_GET, \
     "SELECT id, version, number, external_no, kind, category_id, urgency, severity, " \
     "unit_id, place_id, person_id, caller, phone, title, detail, visit_id, intake_id, " \
     "owner_id, assignee_id, queue, state, opened_at, response_minutes, " \
     "response_calendar_id, amount, duration_unit, calendar_id, promised_due, wait_reason, " \
     "wait_until, appointment_from, appointment_to, result, answer, hurried, reopened, " \
     "drawn, call_tries, call_again, merged_into, warranty_verdict, warranty_until, warranty_denied, closed_at, " \
     "building_id, entrance_id, response_due, responded_at, completion_due, done_at, " \
     "finished_due, since, waited, next_due, warn_at, live, order_key FROM service_case " \
     "WHERE id = :id") \
  X (SERVICE_CASE_INSERT, \
     "INSERT INTO service_case (id, version, number, external_no, kind, category_id, " \
     "urgency, severity, unit_id, place_id, person_id, caller, phone, title, detail, " \
     "visit_id, intake_id, owner_id, assignee_id, queue, state, opened_at, response_minutes, " \
     "response_calendar_id, amount, duration_unit, calendar_id, promised_due, wait_reason, " \
     "wait_until, appointment_from, appointment_to, result, answer, hurried, reopened, " \
     "drawn, call_tries, call_again, merged_into, warranty_verdict, warranty_until, warranty_denied, closed_at, " \
     "building_id, entrance_id, response_due, responded_at, completion_due, done_at, " \
     "finished_due, since, waited, next_due, warn_at, live, order_key) VALUES (:id, " \
     ":version, :number, :external_no, :kind, :category_id, :urgency, :severity, :unit_id, " \
     ":place_id, :person_id, :caller, :phone, :title, :detail, :visit_id, :intake_id, " \
     ":owner_id, :assignee_id, :queue, :state, :opened_at, :response_minutes, " \
     ":response_calendar_id, :amount, :duration_unit, :calendar_id, :promised_due, " \
     ":wait_reason, :wait_until, :appointment_from, :appointment_to, :result, :answer, " \
     ":hurried, :reopened, :drawn, :call_tries, :call_again, :merged_into, :warranty_verdict, :warranty_until, " \
     ":warranty_denied, :closed_at, :building_id, :entrance_id, :response_due, " \
     ":responded_at, :completion_due, :done_at, :finished_due, :since, :waited, :next_due, " \
     ":warn_at, :live, :order_key)") \
  X (SERVICE_CASE_UPDATE, \
     "UPDATE service_case SET version = version + 1, number = :number, external_no = " \
     ":external_no, kind = :kind, category_id = :category_id, urgency = :urgency, severity = " \
     ":severity, unit_id = :unit_id, place_id = :place_id, person_id = :person_id, caller = " \
     ":caller, phone = :phone, title = :title, detail = :detail, visit_id = :visit_id, " \
     "intake_id = :intake_id, owner_id = :owner_id, assignee_id = :assignee_id, queue = " \
     ":queue, state = :state, opened_at = :opened_at, response_minutes = :response_minutes, " \
     "response_calendar_id = :response_calendar_id, amount = :amount, duration_unit = " \
     ":duration_unit, calendar_id = :calendar_id, promised_due = :promised_due, wait_reason " \
     "= :wait_reason, wait_until = :wait_until, appointment_from = :appointment_from, " \
     "appointment_to = :appointment_to, result = :result, answer = :answer, hurried = " \
     ":hurried, reopened = :reopened, drawn = :drawn, call_tries = :call_tries, call_again = :call_again, merged_into = :merged_into, " \
     "warranty_verdict = :warranty_verdict, warranty_until = :warranty_until, " \
     "warranty_denied = :warranty_denied, closed_at = :closed_at, building_id = " \
     ":building_id, entrance_id = :entrance_id, response_due = :response_due, responded_at = " \
     ":responded_at, completion_due = :completion_due, done_at = :done_at, finished_due = " \
     ":finished_due, since = :since, waited = :waited, next_due = :next_due, warn_at = " \
     ":warn_at, live = :live, order_key = :order_key WHERE id = :id AND version = :version") \
  X (SERVICE_CASE_DELETE, \
     "DELETE FROM service_case WHERE id = :id AND version = :version") \
  X (CASE_EVENT_GET, \
     "SELECT id, version, case_id, at, kind, move, from_state, to_state, staff_id, " \
     "assignee_id, wait_reason, until, answer, other_id, ticks, clamped, text, quote_state, money, stage, severity FROM " \
     "case_event WHERE id = :id") \
  X (CASE_EVENT_INSERT, \
     "INSERT INTO case_event (id, version, case_id, at, kind, move, from_state, to_state, " \
     "staff_id, assignee_id, wait_reason, until, answer, other_id, ticks, clamped, text, quote_state, money, stage, severity) " \
     "VALUES (:id, :version, :case_id, :at, :kind, :move, :from_state, :to_state, :staff_id, " \
     ":assignee_id, :wait_reason, :until, :answer, :other_id, :ticks, :clamped, :text, :quote_state, :money, :stage, :severity)") \
  X (CASE_EVENT_UPDATE, \
     "UPDATE case_event SET version = version + 1, case_id = :case_id, at = :at, kind = " \
     ":kind, move = :move, from_state = :from_state, to_state = :to_state, staff_id = " \
     ":staff_id, assignee_id = :assignee_id, wait_reason = :wait_reason, until = :until, " \
     "answer = :answer, other_id = :other_id, ticks = :ticks, clamped = :clamped, text = " \
     ":text, quote_state = :quote_state, money = :money, stage = :stage, severity = :severity WHERE id = :id AND version = :version") \
  X (CASE_EVENT_DELETE, \
     "DELETE FROM case_event WHERE id = :id AND version = :version") \
  X (COST_LINE_GET, \
     "SELECT id, version, case_id, kind, name, quantity, price, amount FROM cost_line WHERE " \
     "id = :id") \
  X (COST_LINE_INSERT, \
     "INSERT INTO cost_line (id, version, case_id, kind, name, quantity, price, amount) " \
     "VALUES (:id, :version, :case_id, :kind, :name, :quantity, :price, :amount)") \
  X (COST_LINE_UPDATE, \
     "UPDATE cost_line SET version = version + 1, case_id = :case_id, kind = :kind, name = " \
     ":name, quantity = :quantity, price = :price, amount = :amount WHERE id = :id AND " \
     "version = :version") \
  X (COST_LINE_DELETE, \
     "DELETE FROM cost_line WHERE id = :id AND version = :version") \
  X (CASE_QUOTE_GET, \
     "SELECT id, version, case_id, state, amount, staff_id, made_at, agreed_at, billed_id, " \
     "billed_at, checked_id, checked_at, note FROM case_quote WHERE id = :id") \
  X (CASE_QUOTE_INSERT, \
     "INSERT INTO case_quote (id, version, case_id, state, amount, staff_id, made_at, " \
     "agreed_at, billed_id, billed_at, checked_id, checked_at, note) VALUES (:id, :version, " \
     ":case_id, :state, :amount, :staff_id, :made_at, :agreed_at, :billed_id, :billed_at, " \
     ":checked_id, :checked_at, :note)") \
  X (CASE_QUOTE_UPDATE, \
     "UPDATE case_quote SET version = version + 1, case_id = :case_id, state = :state, " \
     "amount = :amount, staff_id = :staff_id, made_at = :made_at, agreed_at = :agreed_at, " \
     "billed_id = :billed_id, billed_at = :billed_at, checked_id = :checked_id, checked_at = " \
     ":checked_at, note = :note WHERE id = :id AND version = :version") \
  X (CASE_QUOTE_DELETE, \
     "DELETE FROM case_quote WHERE id = :id AND version = :version") \
  X (COMPLAINT_GET, \
     "SELECT id, version, case_id, department, finding, cause, remedy, goodwill, letter FROM " \
     "complaint WHERE id = :id") \
  X (COMPLAINT_INSERT, \
     "INSERT INTO complaint (id, version, case_id, department, finding, cause, remedy, " \
     "goodwill, letter) VALUES (:id, :version, :case_id, :department, :finding, :cause, " \
     ":remedy, :goodwill, :letter)") \
  X (COMPLAINT_UPDATE, \
     "UPDATE complaint SET version = version + 1, case_id = :case_id, department = " \
     ":department, finding = :finding, cause = :cause, remedy = :remedy, goodwill = " \
     ":goodwill, letter = :letter WHERE id = :id AND version = :version") \
  X (COMPLAINT_DELETE, \
     "DELETE FROM complaint WHERE id = :id AND version = :version") \
  X (COMPLAINT_STAGE_GET, \
     "SELECT id, version, case_id, rank, stage, due_at, signed_at, staff_id, text FROM " \
     "complaint_stage WHERE id = :id") \
  X (COMPLAINT_STAGE_INSERT, \
     "INSERT INTO complaint_stage (id, version, case_id, rank, stage, due_at, signed_at, " \
     "staff_id, text) VALUES (:id, :version, :case_id, :rank, :stage, :due_at, :signed_at, " \
     ":staff_id, :text)") \
  X (COMPLAINT_STAGE_UPDATE, \
     "UPDATE complaint_stage SET version = version + 1, case_id = :case_id, rank = :rank, " \
     "stage = :stage, due_at = :due_at, signed_at = :signed_at, staff_id = :staff_id, text = " \
     ":text WHERE id = :id AND version = :version") \
  X (COMPLAINT_STAGE_DELETE, \
     "DELETE FROM complaint_stage WHERE id = :id AND version = :version") \
  X (CALLBACK_DRAW_GET, \
     "SELECT id, version, day, period, category_id, callback_share, population, taken, " \
     "period_population, period_taken FROM callback_draw WHERE id = :id") \
  X (CALLBACK_DRAW_INSERT, \
     "INSERT INTO callback_draw (id, version, day, period, category_id, callback_share, population, " \
     "taken, period_population, period_taken) VALUES (:id, :version, :day, :period, " \
     ":category_id, :callback_share, :population, :taken, :period_population, :period_taken)") \
  X (CALLBACK_DRAW_UPDATE, \
     "UPDATE callback_draw SET version = version + 1, day = :day, period = :period, " \
     "category_id = :category_id, callback_share = :callback_share, population = :population, taken = :taken, " \
     "period_population = :period_population, period_taken = :period_taken WHERE id = :id " \
     "AND version = :version") \
  X (CALLBACK_DRAW_DELETE, \
     "DELETE FROM callback_draw WHERE id = :id AND version = :version") \
  X (CALLBACK_LINE_GET, \
     "SELECT id, version, draw_id, case_id, done_at, draw_key, taken FROM callback_line " \
     "WHERE id = :id") \
  X (CALLBACK_LINE_INSERT, \
     "INSERT INTO callback_line (id, version, draw_id, case_id, done_at, draw_key, taken) " \
     "VALUES (:id, :version, :draw_id, :case_id, :done_at, :draw_key, :taken)") \
  X (CALLBACK_LINE_UPDATE, \
     "UPDATE callback_line SET version = version + 1, draw_id = :draw_id, case_id = " \
     ":case_id, done_at = :done_at, draw_key = :draw_key, taken = :taken WHERE id = :id AND " \
     "version = :version") \
  X (CALLBACK_LINE_DELETE, \
     "DELETE FROM callback_line WHERE id = :id AND version = :version") \
  X (RECORD_LINK_GET, \
     "SELECT id, version, from_kind, from_id, to_kind, to_id FROM record_link WHERE id = :id") \
  X (RECORD_LINK_INSERT, \
     "INSERT INTO record_link (id, version, from_kind, from_id, to_kind, to_id) VALUES (:id, " \
     ":version, :from_kind, :from_id, :to_kind, :to_id)") \
  X (RECORD_LINK_UPDATE, \
     "UPDATE record_link SET version = version + 1, from_kind = :from_kind, from_id = " \
     ":from_id, to_kind = :to_kind, to_id = :to_id WHERE id = :id AND version = :version") \
  X (RECORD_LINK_DELETE, \
     "DELETE FROM record_link WHERE id = :id AND version = :version") \
  X (ATTACHMENT_GET, \
     "SELECT id, version, of_kind, of_id, blob_id, name, mime, size, staff_id, at FROM " \
     "attachment WHERE id = :id") \
  X (ATTACHMENT_INSERT, \
     "INSERT INTO attachment (id, version, of_kind, of_id, blob_id, name, mime, size, " \
     "staff_id, at) VALUES (:id, :version, :of_kind, :of_id, :blob_id, :name, :mime, :size, " \
     ":staff_id, :at)") \
  X (ATTACHMENT_UPDATE, \
     "UPDATE attachment SET version = version + 1, of_kind = :of_kind, of_id = :of_id, " \
     "blob_id = :blob_id, name = :name, mime = :mime, size = :size, staff_id = :staff_id, at " \
     "= :at WHERE id = :id AND version = :version") \
  X (ATTACHMENT_DELETE, \
     "DELETE FROM attachment WHERE id = :id AND version = :version")
