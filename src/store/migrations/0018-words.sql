-- What cases and log entries say, by every three characters of it (FTS5). The texts themselves stay in the records; the store's
-- code keeps the index in step, in the transaction of the record. Merging goes in small steps, so that no save pays for all.
CREATE VIRTUAL TABLE case_words USING fts5 (number, external_no, title, detail, caller, result,
  content = 'service_case', content_rowid = 'id', columnsize = 0, tokenize = 'trigram');
CREATE VIRTUAL TABLE visit_words USING fts5 (about, summary, caller, phone,
  content = 'visit', content_rowid = 'id', columnsize = 0, tokenize = 'trigram');
-- What stands in the index, for the check of it.
CREATE VIRTUAL TABLE case_terms USING fts5vocab (case_words, instance);
CREATE VIRTUAL TABLE visit_terms USING fts5vocab (visit_words, instance);
INSERT INTO case_words (case_words, rank) VALUES ('automerge', 16);
INSERT INTO case_words (case_words, rank) VALUES ('crisismerge', 64);
INSERT INTO visit_words (visit_words, rank) VALUES ('automerge', 16);
INSERT INTO visit_words (visit_words, rank) VALUES ('crisismerge', 64);
INSERT INTO case_words (case_words) VALUES ('rebuild');
INSERT INTO case_words (case_words) VALUES ('optimize');
INSERT INTO visit_words (visit_words) VALUES ('rebuild');
INSERT INTO visit_words (visit_words) VALUES ('optimize');
